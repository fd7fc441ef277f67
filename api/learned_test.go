package api_test

import (
	"bytes"
	"net/http"
	"testing"
)

// What a server knows of entries from what it wrote is what another one reads from
// the store, to the byte and with the same tags.
func TestWrittenEntriesAreThoseRead(t *testing.T) {
	c, registers := keeping(t)
	c.posted(webgems)
	const parties = "/registers/webgems/entities/parties"
	same := func(when string) {
		t.Helper()
		other := over(t, registers)
		for _, list := range []string{"parties", "activities", "rights", "purposes", "data-categories"} {
			address := "/registers/webgems/entities/" + list + "?limit=1000"
			wrote, read := c.get(address).is(t, http.StatusOK), other.get(address).is(t, http.StatusOK)
			if !bytes.Equal(wrote.body, read.body) || wrote.header.Get("ETag") != read.header.Get("ETag") {
				t.Errorf("%s: %s is another list", when, list)
			}
		}
		for _, id := range []string{"mollie", "courier"} {
			wrote, read := c.get(parties+"/"+id), other.get(parties+"/"+id)
			if wrote.status != read.status || wrote.status == http.StatusOK && !bytes.Equal(wrote.body, read.body) || wrote.header.Get("ETag") != read.header.Get("ETag") {
				t.Errorf("%s: %s is another entry", when, id)
			}
		}
	}
	same("created")
	made := c.write(http.MethodPost, parties, `{"country":"NL", "id":"courier"}`).is(t, http.StatusCreated)
	same("an entry created")
	c.write(http.MethodPatch, parties+"/courier", `{"country":"BE"}`, "If-Match", made.header.Get("ETag")).is(t, http.StatusOK)
	same("an entry changed")
	whole := c.get("/registers/webgems").is(t, http.StatusOK)
	body := bytes.Replace(whole.body, []byte(`"BE"`), []byte(`"DE"`), 1)
	c.write(http.MethodPost, "/registers/webgems/import", string(body), "If-Match", whole.header.Get("ETag")).is(t, http.StatusOK)
	same("imported")
}
