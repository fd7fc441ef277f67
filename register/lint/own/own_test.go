package own_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/own"
	"github.com/openropa/ropa/register/value"
)

const shop = `schema: ropa/v1
id: shop
name: {en: Records of the shop, nl: Register van de winkel}
language: nl
organisation: {name: Shop}
allActivities:
  disclosures:
    - {to: cloud, as: processor}
  systems: [cloud-store]
activities:
  - id: orders
    name: {en: Orders, nl: Bestellingen}
    owner: {email: orders@example.org}
    largeScale: false
    created: 2024-01-15
    purposes: [{purpose: payment, basis: contract}]
    subjects: customer
    data: [{category: name, retention: [keep]}, bank-account]
    retention: [keep-long]
    disclosures:
      - {to: bank, as: controller, data: bank-account}
    x-cost-centre: 4100
    x-flag: true
  - id: checkups
    name: {nl: Keuringen}
    data: [medical-record]
    disclosures: none
    except: [cloud]
  - {id: gone, status: ended, until: 2020-01-01, data: name}
  - {id: later, status: planned, data: name, disclosures: [{to: bank}]}
parties:
  - {id: bank, name: Bank, country: NL}
  - id: cloud
    name: Cloud
    locations: [US, NL]
    engages: [{party: spare}]
    transfers: [{country: US, tool: scc}]
  - {id: spare, name: Spare, locations: [IN]}
retentionRules:
  - {id: keep, period: P1Y}
  - {id: keep-long, period: P7Y}
systems:
  - {id: cloud-store, name: Store}
`

const day = "2026-11-22"

func view(t testing.TB, text string) *register.View {
	t.Helper()
	r, src, problems := register.Parse("shop.yaml", []byte(text))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	v, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return v
}

// load makes a rule of an expression.
func load(t testing.TB, of, when string) []*lint.Rule {
	t.Helper()
	text := "schema: ropa/rules/v1\nrules:\n  - code: ACME-001\n    title: t\n    severity: error\n    for: " + of +
		"\n    message: found\n    when: |\n      " + strings.ReplaceAll(when, "\n", "\n      ") + "\n"
	rules, problems := own.Load("rules.yaml", []byte(text))
	if err := problems.Err(); err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	return rules
}

func apply(t testing.TB, v *register.View, rules []*lint.Rule) diag.Findings {
	t.Helper()
	var codes []diag.Code
	for _, r := range rules {
		codes = append(codes, r.Code)
	}
	report, err := lint.Run(t.Context(), v, datamap.Build(v), lint.Options{AsOf: value.MustDate(day), More: rules, Rules: codes})
	if err != nil {
		t.Fatal(err)
	}
	return report.Findings
}

// addresses are where an expression is true.
func addresses(t testing.TB, v *register.View, of, when string) string {
	t.Helper()
	var all []string
	for _, f := range apply(t, v, load(t, of, when)) {
		if s := f.Message("en"); s != "found" {
			all = append(all, s)
			continue
		}
		all = append(all, f.At)
	}
	return strings.Join(all, " ")
}

// What expressions see: fields, silence and none, what allActivities says, and
// the functions.
func TestExpressions(t *testing.T) {
	v := view(t, shop)
	for _, c := range []struct{ of, when, want string }{
		{"activity", `true`, "activities/orders activities/checkups activities/later"},
		{"activity", `has(activity.owner)`, "activities/orders"},
		{"activity", `activity.owner.email.endsWith("example.org")`, "activities/orders"},
		{"activity", `activity.owner.address.city == "" && activity.id == "checkups"`, "activities/checkups"},
		{"activity", `isNone(activity.disclosures)`, "activities/checkups"},
		{"activity", `has(activity.disclosures)`, "activities/orders activities/checkups activities/later"},
		{"activity", `!has(activity.measures) && !isNone(activity.measures) && activity.measures.size() == 0 && activity.id == "orders"`, "activities/orders"},
		{"activity", `has(activity.largeScale) && !activity.largeScale`, "activities/orders"},
		{"activity", `activity.largeScale`, ""},
		{"activity", `has(activity.created) && plus(activity.created, "P1Y") < asOf`, "activities/orders"},
		{"activity", `plus(activity.created, "P3Y") == "2027-01-15"`, "activities/orders"},
		{"activity", `activity.status == "planned"`, "activities/later"},
		{"activity", `activity.data.exists(d, within(d.category, "health-data"))`, "activities/checkups"},
		{"activity", `activity.data.exists(d, special(d.category))`, "activities/checkups"},
		{"activity", `activity.data.exists(d, marked(d.category, "special"))`, "activities/checkups"},
		{"activity", `"nl" in activity.name && !("en" in activity.name)`, "activities/checkups"},
		{"activity", `text(activity.name) == "Bestellingen" && name(activity.id) == text(activity.name)`, "activities/orders"},
		{"activity", `text(activity.description) == "" && name("nobody") == "nobody" && activity.id == "orders"`, "activities/orders"},
		{"activity", `"x-flag" in activity.x && activity.x["x-flag"]`, "activities/orders"},
		{"activity", `"x-cost-centre" in activity.x && activity.x["x-cost-centre"] == 4100`, "activities/orders"},
		{"activity", `disclosures.exists(d, d.to == "cloud")`, "activities/orders activities/later"},
		{"activity", `systems == ["cloud-store"]`, "activities/orders activities/checkups activities/later"},
		{"activity", `notices.size() > 0`, ""},
		{"activity", `getParty("bank").country == "NL" && !has(getParty("nobody").name) && getPurpose("payment").id == "payment" && activity.id == "later"`, "activities/later"},
		{"activity", `register.activities.exists(a, a == activity && a.id == "orders")`, "activities/orders"},
		{"activity", `organisation.name == {"nl": "Shop"} && activity.id == "orders"`, "activities/orders"},
		{"activity", `dyn(activity).id == "orders" && has(dyn(activity).owner)`, "activities/orders"},
		{"purposeUse", `"contract" in purposeUse.basis && activity.id == "orders"`, "activities/orders/purposes/payment"},
		{"dataUse", `retention.exists(r, r.rule == "keep-long")`, "activities/orders/data/bank-account"},
		{"dataUse", `retention.exists(r, getRetentionRule(r.rule).period == "P1Y")`, "activities/orders/data/name"},
		{"dataUse", `retention.size() == 0`, "activities/checkups/data/medical-record activities/later/data/name"},
		{"disclosure", `disclosure.as == "controller" && party.country == "NL"`, "activities/orders/disclosures/bank"},
		{"disclosure", `"bank-account" in data && "payment" in purposes && "customer" in subjects`, "allActivities/disclosures/cloud activities/orders/disclosures/bank"},
		{"disclosure", `data == ["name"]`, "allActivities/disclosures/cloud activities/later/disclosures/bank"},
		{"disclosure", `disclosure.as in ["processor"]`, "allActivities/disclosures/cloud"},
		{"party", `countries.exists(c, outsideEEA(c.country))`, "parties/cloud parties/spare"},
		{"party", `countries.exists(c, outsideEEA(c.country) && !has(c.transfer))`, "parties/spare"},
		{"party", `countries.exists(c, c.tool == "scc" && c.transfer.tool == c.tool && c.how == "location")`, "parties/cloud"},
		{"party", `reaches.exists(r, !r.direct && r.exporter == "cloud" && r.role == "sub-processor")`, "parties/spare"},
		{"party", `reaches.exists(r, r.activity == "orders" && r.disclosure.to == "bank")`, "parties/bank"},
		{"party", `receives(party.id, "bank-account")`, "parties/bank parties/cloud parties/spare"},
		{"party", `adequate(party.country)`, "parties/bank"},
		{"register", `register.parties.size() == 3 && adequate("CH") && !adequate("US") && !adequate("") && outsideEEA("CH") && !outsideEEA("NO") && !outsideEEA("EEA")`, ""},
		{"register", `!has(register.approval)`, ""},
	} {
		if c.of == "register" {
			if found := apply(t, v, load(t, c.of, c.when)); len(found) != 1 || found[0].Message("en") != "found" {
				t.Errorf("%s: %s: %v", c.of, c.when, found)
			}
			continue
		}
		if got := addresses(t, v, c.of, c.when); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.of, c.when, got, c.want)
		}
	}
}

// An expression that cannot be worked out is told once, with where and why: what
// it would have found may be a gap.
func TestFailures(t *testing.T) {
	v := view(t, shop)
	for when, want := range map[string]string{
		`activity.name["en"] == "x"`:                            "rule ACME-001 cannot be worked out for “Keuringen” and 1 more: no such key: en",
		`activity.data[7].category == "x"`:                      "rule ACME-001 cannot be worked out for “Orders” and 2 more: index out of bounds: 7",
		`activity.data.exists(d, within(d.category, "helth"))`:  `rule ACME-001 cannot be worked out for “Orders” and 2 more: the register knows no term "helth"`,
		`activity.data.exists(d, marked(d.category, "specal"))`: `rule ACME-001 cannot be worked out for “Orders” and 2 more: "specal" is no mark, did you mean special?; there are special, criminal, national-identifier, online-identifier`,
		`outsideEEA(activity.id)`:                               `rule ACME-001 cannot be worked out for “Orders” and 2 more: "orders" is no country code`,
		`plus(asOf, "1 year") > asOf`:                           `rule ACME-001 cannot be worked out for “Orders” and 2 more: "1 year" is no period such as P1Y or P30D`,
		`receives("bank", "bnk-account")`:                       `rule ACME-001 cannot be worked out for “Orders” and 2 more: the register knows no category of data "bnk-account", did you mean bank-account?`,
		`dyn(activity).ownr == 1`:                               `rule ACME-001 cannot be worked out for “Orders” and 2 more: no field "ownr" in Activity`,
		`activity.x["x-cost-centre"]`:                           "rule ACME-001 cannot be worked out for “Orders” and 2 more: the expression is double, not true or false",
		`10 / activity.data.size() > 0 && 1 / 0 == 1`:           "rule ACME-001 cannot be worked out for “Orders” and 2 more: division by zero",
	} {
		found := apply(t, v, load(t, "activity", when))
		var messages []string
		for i := range found {
			messages = append(messages, found[i].Message("en"))
		}
		if got := strings.Join(messages, "\n"); got != want {
			t.Errorf("%s\n got %s\nwant %s", when, got, want)
		}
	}
}

// One that takes too much work stops, and its rule with it.
func TestCost(t *testing.T) {
	v := many(t, 2000)
	found := apply(t, v, load(t, "activity", `register.activities.all(a, register.activities.all(b, a.id != "x" || b.id != "x"))`))
	if len(found) != 1 || found[0].At != "" || found[0].Message("en") != "rule ACME-001 takes more work than one rule may and was not applied" {
		t.Errorf("%v", found)
	}
}

// Files that mean harm are problems.
func TestHostileFiles(t *testing.T) {
	deep := strings.Repeat("(", 500) + "true" + strings.Repeat(")", 500)
	nested := "true"
	for i := range 6 {
		nested = fmt.Sprintf("[1].all(v%d, %s)", i, nested)
	}
	rule := func(when string) string {
		return "schema: ropa/rules/v1\nrules:\n  - {code: ACME-001, title: t, for: activity, message: m, when: '" + when + "'}\n"
	}
	for name, c := range map[string]struct {
		text string
		want diag.Code
	}{
		"long":      {rule("true" + strings.Repeat(" || true", 2000)), diag.ExpressionSize},
		"deep":      {rule(deep), diag.ExpressionSize},
		"lists":     {rule(nested), diag.ExpressionSize},
		"many":      {rule("true" + strings.Repeat("&&[1]==[1]", 390)), diag.ExpressionSize},
		"large":     {"#" + strings.Repeat("x", 1<<20), diag.TooLarge},
		"yaml":      {"schema: " + strings.Repeat("[", 50) + strings.Repeat("]", 50), diag.TooDeep},
		"binary":    {"schema: \x01", diag.BadCharacter},
		"not UTF-8": {"schema: \xff", diag.Encoding},
		"nothing":   {"", diag.RulesVersion},
		"pattern":   {rule(`activity.id.matches("` + strings.Repeat("(a{9}){9}", 20) + `")`), diag.ExpressionSize},
	} {
		rules, problems := own.Load("rules.yaml", []byte(c.text))
		if len(rules) > 0 || len(problems) == 0 || problems[0].Code != c.want {
			t.Errorf("%s: %d rules, %v", name, len(rules), problems)
		}
	}
}

// What allActivities states is told once, and weighs as in an activity that is
// carried out.
func TestSharedDisclosures(t *testing.T) {
	v := view(t, strings.Replace(shop, "owner: {email: orders@example.org}", "status: planned", 1))
	found := apply(t, v, load(t, "disclosure", `disclosure.to == "cloud"`))
	if len(found) != 1 || found[0].At != "allActivities/disclosures/cloud" || found[0].Severity != diag.Warning {
		t.Errorf("where all is planned: %v", found)
	}
	later := strings.Replace(shop, "{id: later, status: planned,", "{id: later,", 1)
	v = view(t, strings.Replace(later, "owner: {email: orders@example.org}", "status: planned", 1))
	found = apply(t, v, load(t, "disclosure", `disclosure.to == "cloud"`))
	if len(found) != 1 || found[0].Severity != diag.Error {
		t.Errorf("%v", found)
	}
}

// Findings about what is planned weigh less, and say who and where.
func TestFindings(t *testing.T) {
	v := view(t, shop)
	text := `schema: ropa/rules/v1
rules:
  - code: ACME-001
    title: {en: Bank, nl: Bank}
    severity: error
    article: Art. 5 GDPR
    for: disclosure
    when: disclosure.to == "bank"
    message: {en: "“{party}” gets data of “{activity}”", nl: "“{party}” krijgt gegevens van “{activity}”"}
    fix: "see “{party}”"
`
	rules, problems := own.Load("rules.yaml", []byte(text))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range apply(t, v, rules) {
		got = append(got, fmt.Sprintf("%s %s %s %v: %s / %s; %s", f.Place, f.Severity, f.At, f.Articles, f.Message("en"), f.Message("nl"), f.Fix("nl")))
	}
	want := []string{
		"shop.yaml:21:9 error activities/orders/disclosures/bank [Art. 5 GDPR]: “Bank” gets data of “Orders” / “Bank” krijgt gegevens van “Bestellingen”; see “Bank”",
		"shop.yaml:30:60 warning activities/later/disclosures/bank [Art. 5 GDPR]: “Bank” gets data of “later” / “Bank” krijgt gegevens van “later”; see “Bank”",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The same rules may be applied by several at once, and say the same each time.
func TestRulesAreShared(t *testing.T) {
	v := many(t, 500)
	rules := load(t, "activity", `activity.data.exists(d, within(d.category, "name")) && !has(activity.owner)`)
	want := len(apply(t, v, rules))
	if want == 0 {
		t.Fatal("nothing is found")
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got := len(apply(t, v, rules)); got != want {
				t.Errorf("%d findings, not %d", got, want)
			}
		})
	}
	wait.Wait()
}

// many is a register of many activities.
func many(t testing.TB, n int) *register.View {
	t.Helper()
	var b strings.Builder
	b.WriteString("schema: ropa/v1\nid: many\nlanguage: en\nactivities:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: a%d, name: Activity %d, data: [name, email], disclosures: [{to: p%d, as: processor}]", i, i, i%50)
		if i%100 != 0 {
			b.WriteString(", owner: {name: Sales}")
		}
		b.WriteString("}\n")
	}
	b.WriteString("parties:\n")
	for i := range 50 {
		fmt.Fprintf(&b, "  - {id: p%d, country: NL}\n", i)
	}
	return view(t, b.String())
}

// Ten thousand activities and two rules, one of which looks into lists.
func BenchmarkRun(b *testing.B) {
	v := many(b, 10_000)
	m := datamap.Build(v)
	rules := append(load(b, "activity", `activity.data.exists(d, within(d.category, "health-data")) && !has(activity.owner)`),
		load(b, "disclosure", `disclosure.as == "processor" && disclosure.agreement == "" && outsideEEA(party.country)`)...)
	rules[1].Code = "ACME-002"
	o := lint.Options{AsOf: value.MustDate(day), More: rules, Rules: []diag.Code{"ACME-001", "ACME-002"}}
	for b.Loop() {
		if _, err := lint.Run(b.Context(), v, m, o); err != nil {
			b.Fatal(err)
		}
	}
}
