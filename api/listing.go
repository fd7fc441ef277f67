package api

import (
	"net/http"
	"slices"

	"github.com/openropa/ropa/api/reference"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/document/press"
)

// mostListed is how many registers the page for people lists.
const mostListed = 100

// listedFormats are the formats in which the page offers documents: those that people
// read.
var listedFormats = []string{"html", "docx", "xlsx", "pdf"}

// listing serves the page that lists registers and their documents. A browser sends
// no token when somebody opens a page: where one is needed, it lists nothing.
func (s *Server) listing(w http.ResponseWriter, r *http.Request) {
	page := &reference.Listing{Language: string(findingLanguage(languageOf(r))), Login: s.authenticate != nil, Documents: listedDocuments()}
	if !page.Login {
		if err := s.list(r, page); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	if err := page.Write(w, r); err != nil {
		s.fail(w, r, err)
	}
}

// list puts the registers on the page that the caller may read.
func (s *Server) list(r *http.Request, page *reference.Listing) error {
	infos, err := s.store.List(r.Context(), keyOf(r, "").Tenant)
	if err != nil {
		return err
	}
	infos = slices.DeleteFunc(infos, func(info store.Info) bool { return !mayRead(r, info.Register) })
	if len(infos) > mostListed {
		infos, page.More = infos[:mostListed], len(infos)-mostListed
	}
	all, err := service{s}.summaries(r, infos)
	for _, one := range all {
		page.Registers = append(page.Registers, reference.ListedRegister{ID: one.Id, Name: one.Name, Organisation: one.Organisation})
	}
	return err
}

// listedDocuments are the documents that can be made of any register.
func listedDocuments() []reference.ListedDocument {
	var all []reference.ListedDocument
	for _, kind := range press.Kinds() {
		if kind.Activity {
			continue
		}
		d := reference.ListedDocument{Name: kind.Name, Audience: string(kind.Audience)}
		if !kind.Archive {
			d.Formats = listedFormats
		}
		all = append(all, d)
	}
	return all
}
