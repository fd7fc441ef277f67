package lint_test

import (
	"strings"
	"testing"
)

func TestDevices(t *testing.T) {
	const at = "activities/x/purposes/web-analytics"
	data := func(purpose, data string) string { return heldData(purpose, data, "") }
	runFound(t, "EPR-001", []foundCase{
		{name: "consent asked for", text: data("{purpose: web-analytics, basis: consent, device: consent}", "cookie-data")},
		{name: "consent for the device, other basis", text: data("{purpose: web-analytics, basis: legitimate-interests, device: consent, consent: {mechanism: banner}}", "cookie-data")},
		{name: "no consent", text: data("{purpose: web-analytics, basis: legitimate-interests, device: consent}", "cookie-data"), want: "error " + at + "/device"},
		{name: "measuring that hardly touches privacy", text: data("{purpose: web-analytics, basis: legitimate-interests, device: low-impact-analytics}", "cookie-data")},
		{name: "measuring is not necessary", text: data("{purpose: web-analytics, basis: legitimate-interests, device: strictly-necessary}", "cookie-data"), want: "error " + at + "/device"},
		{name: "advertising is no measuring", text: data("{purpose: targeted-advertising, basis: legitimate-interests, device: low-impact-analytics}", "cookie-data"), want: "error activities/x/purposes/targeted-advertising/device"},
		{name: "log in", text: data("{purpose: user-authentication, basis: contract, device: strictly-necessary}", "cookie-data")},
		{name: "silent, cookies", text: data("{purpose: user-authentication, basis: contract}", "cookie-id"), want: "warning activities/x/purposes/user-authentication"},
		{name: "silent, measuring", text: data("{purpose: web-analytics, basis: legitimate-interests}", "usage-data"), want: "warning " + at},
		{name: "silent, logs of a server", text: data("{purpose: network-security, basis: legitimate-interests}", "ip-address")},
		{name: "advertising on paper", text: data("{purpose: advertising, basis: legitimate-interests}", "postal-address")},
		{name: "United Kingdom", text: "regulation: uk-gdpr\n" + data("{purpose: web-analytics, basis: legitimate-interests, device: consent}", "cookie-data")},
		{name: "as a processor", text: heldData("{purpose: web-analytics, device: consent}", "cookie-data", "    role: processor\n")},
	})
}

// The law on calls changed in the Netherlands on 1 July 2021 and on 1 July 2026.
func TestMarketing(t *testing.T) {
	home := func(country, purpose string) string {
		return "organisation: {name: X, country: " + country + "}\n" + heldData(purpose, "phone", "")
	}
	all := "softOptIn: {ownCustomers: true, similarProducts: true, optOutAtCollection: true, optOutInEachMessage: true}"
	customers := "{purpose: direct-marketing, basis: legitimate-interests, channel: phone, softOptIn: {ownCustomers: true}}"
	bare := "{purpose: telemarketing, basis: legitimate-interests}"
	mail := "{purpose: direct-marketing, basis: legitimate-interests, channel: email}"
	const at = "error activities/x/purposes/direct-marketing"
	const call = "error activities/x/purposes/telemarketing"
	runFound(t, "EPR-002", []foundCase{
		{name: "calling customers, the last day", on: "2026-06-30", text: home("NL", customers)},
		{name: "calling customers, from 1 July 2026", on: "2026-07-01", text: home("NL", customers), want: at + " phone"},
		{name: "calling anybody, the last day", on: "2026-06-30", text: home("NL", bare), want: call + " telephone"},
		{name: "calling anybody, from 1 July 2026", on: "2026-07-01", text: home("NL", bare), want: call + " phone"},
		{name: "calling anybody, while there was a register", on: "2021-06-30", text: home("NL", bare)},
		{name: "with consent", text: home("NL", "{purpose: telemarketing, basis: consent}")},
		{name: "planned for later", on: "2026-06-01", text: strings.Replace(home("NL", customers), "id: x", "id: x\n    from: 2026-08-01", 1), want: "warning activities/x/purposes/direct-marketing phone"},
		{name: "to businesses", text: strings.Replace(home("NL", bare), "subjects: customer", "subjects: business-contact", 1)},
		{name: "another country", text: home("DE", bare)},
		{name: "mail", text: home("NL", mail), want: at + " e-mail"},
		{name: "mail in another member state", text: home("DE", mail), want: at + " e-mail"},
		{name: "mail from outside", text: home("CA", mail)},
		{name: "mail to customers", text: home("NL", strings.Replace(mail, "}", ", "+all+"}", 1))},
		{name: "one condition open", text: home("NL", strings.Replace(mail, "}", ", "+strings.Replace(all, ", optOutInEachMessage: true", "", 1)+"}", 1)), want: at + "/softOptIn e-mail"},
		{name: "newsletter", text: home("NL", "{purpose: newsletter, basis: contract}"), want: "error activities/x/purposes/newsletter e-mail"},
		{name: "post", text: home("NL", strings.Replace(mail, "email", "post", 1))},
		{name: "no channel", text: home("NL", strings.Replace(mail, ", channel: email", "", 1)), want: "warning activities/x/purposes/direct-marketing channel"},
		{name: "no marketing", text: home("NL", "{purpose: service-notifications, basis: contract}")},
	})
}
