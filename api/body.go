package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// mostBody is the largest body that is read where the options say nothing, in
// bytes.
const mostBody = 32 << 20

// body reads the body of a request.
func (s *Server) body(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if err := s.roomFor(r); err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.mostBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, sorry(bodyTooLarge, "The body is larger than %d bytes.", large.Limit)
	case errors.Is(err, os.ErrDeadlineExceeded) && (r.ContentLength < 0 || r.ContentLength > smallBody): // it may have waited for room, too
		return nil, fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
	case err != nil:
		p := sorry(requestInvalid, "The body cannot be read.").because("body-incomplete", "The body ended before it was whole.")
		p.cause = err
		return nil, p
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, sorry(requestInvalid, "The body is empty.").inBody("", "body-missing", "The operation takes a body.")
	}
	if len(raw) <= smallBody { // one of which the length was not known
		callOf(r.Context()).giveBack()
	}
	return raw, nil
}

// ofForm are the codes of a body that cannot be read as plain JSON or YAML, whatever
// it would say.
var ofForm = []diag.Code{
	diag.Syntax, diag.Encoding, diag.TooDeep, diag.TooManyNodes, diag.Anchor, diag.Tag, diag.KeyNotString, diag.DuplicateKey, diag.SeveralDocuments,
}

// unreadable are the problems that keep a body from being read at all.
func unreadable(problems diag.Problems) diag.Problems {
	var of diag.Problems
	for _, p := range problems {
		if slices.Contains(ofForm, p.Code) {
			of = append(of, p)
		}
	}
	return of
}

// invalid tells what keeps a register from being well formed; or, where the body is
// none that can be read, why.
func invalid(problems diag.Problems, r *http.Request, in pointing) *problem {
	language := languageOf(r)
	p := &problem{kind: registerInvalid, detail: "What is wrong stands under errors."}
	if unread := unreadable(problems); unread.HasErrors() { // what else was found comes of that
		p.kind, p.detail, problems = requestInvalid, "The body cannot be read. What is wrong stands under errors.", unread
	}
	for _, one := range problems {
		if one.Severity != diag.Error {
			continue
		}
		p.errors = append(p.errors, detailOf(one, language, in))
		if len(p.errors) == mostErrors {
			break
		}
	}
	return p
}

// mostErrors is how many errors a problem lists.
const mostErrors = 1000

// submitted are the arguments of problems that hold what was sent, which is not
// repeated: problems are logged and passed on.
var submitted = []string{"found", "id", "detail", "path", "character", "key", "tag"}

// detailOf is a problem of a register as the server tells it.
func detailOf(p diag.Problem, language value.Language, in pointing) ProblemDetail {
	args := make(diag.Args, len(p.Args))
	for name, said := range p.Args {
		args[name] = said
	}
	for _, name := range submitted {
		if _, ok := args[name]; ok {
			args[name] = "…"
		}
	}
	if _, ok := args["field"]; ok && (p.Code == diag.UnknownField || p.Code == diag.CertaintyField) {
		args["field"] = "…"
	}
	if p.Code == diag.InvalidID {
		p.Suggestions = nil // made of what was sent
	}
	told := p
	told.Args, told.Suggestions = args, nil
	d := ProblemDetail{Code: string(p.Code), Detail: told.Message(language), Suggestions: listOf(p.Suggestions)}
	at := repeatable(p.At)
	if at != "" {
		d.At = &at
	}
	if in == nil {
		return d
	}
	if pointer, ok := in(p); ok {
		pointer = repeatable(pointer)
		d.Pointer = &pointer
	} else if p.Layer == "" { // in an entry that is there already
		d.Href = hrefOf(at)
	}
	return d
}

// repeatableName is what a name of a field or an identifier may look like to stand in a
// problem. What does not, such as an address of e-mail, is no name but a value that
// was sent in the place of one.
var repeatableName = regexp.MustCompile(`^[A-Za-z0-9._:~-]{0,80}$`)

// repeatable is an address or a pointer up to the first part that is no name.
func repeatable(address string) string {
	parts := strings.Split(address, "/")
	for i, part := range parts {
		if !repeatableName.MatchString(part) {
			return strings.Join(parts[:i], "/")
		}
	}
	return address
}

// merge applies a merge patch (RFC 7396), the body of a request, to a JSON object.
func merge(r *http.Request, target, patch []byte) ([]byte, *problem) {
	// The patch is no entry, but it has the form of one: it is read as any, for what is
	// wrong with that.
	if unread := unreadable(register.ReadEntity(patch, new(register.Party))); unread.HasErrors() {
		return nil, invalid(unread, r, ofReading)
	}
	if !bytes.HasPrefix(bytes.TrimSpace(patch), []byte("{")) {
		return nil, sorry(registerInvalid, "A merge patch is a JSON object.").inBody("", string(diag.WrongType), "Expected an object.")
	}
	var changes, into map[string]any
	if err := decodeObject(patch, &changes); err != nil {
		p := sorry(requestInvalid, "The body cannot be read.").inBody("", string(diag.Syntax), "It is not valid JSON.")
		p.cause = err
		return nil, p
	}
	if err := decodeObject(target, &into); err != nil {
		return nil, &problem{kind: internalFault, cause: err}
	}
	merged, err := json.Marshal(mergeInto(into, changes))
	if err != nil {
		return nil, &problem{kind: internalFault, cause: err}
	}
	return merged, nil
}

// mergeInto returns an object with the changes of a patch.
func mergeInto(target, patch map[string]any) map[string]any {
	if target == nil {
		target = make(map[string]any)
	}
	for name, change := range patch {
		switch change := change.(type) {
		case nil:
			delete(target, name)
		case map[string]any:
			inner, _ := target[name].(map[string]any)
			target[name] = mergeInto(inner, change)
		default:
			target[name] = change
		}
	}
	return target
}

// decodeObject reads one JSON object: numbers as they are written, nothing after
// it, no name twice.
func decodeObject(raw []byte, into *map[string]any) error {
	if err := checkNames(raw); err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if *into == nil {
		return errors.New("not an object")
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands after the object")
	}
	return nil
}

// wholeBody is a register as it was sent as a whole.
type wholeBody struct {
	register *register.Register
	// in tells where its problems lie in what was sent; nil where nothing was.
	in pointing
}

// parseWhole reads a whole register: in canonical form, or as people write it.
func parseWhole(r *http.Request, raw []byte, options ...register.Option) (*wholeBody, error) {
	name := "body.json"
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/yaml") {
		name = "body.yaml"
	}
	whole, source, problems := register.Parse(name, raw, append(options, register.Pointers())...)
	if whole == nil || problems.HasErrors() {
		return nil, invalid(problems, r, ofReading)
	}
	return extending(&wholeBody{whole, ofWhole(source)}), nil
}

func canonicalBytes(e register.Entity) ([]byte, error) { return entries.Canonical(e) }
