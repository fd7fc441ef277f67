package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// mostBody is the largest body that is read where the options say nothing, in
// bytes.
const mostBody = 32 << 20

// body reads the body of a request.
func (s *Server) body(w http.ResponseWriter, r *http.Request) ([]byte, *problem) {
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.mostBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, sorry(bodyTooLarge, "The body is larger than %d bytes.", large.Limit)
	case err != nil:
		return nil, &problem{kind: requestInvalid, detail: "The body ended before it was whole.", cause: err}
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, sorry(requestInvalid, "The body is empty.")
	}
	return raw, nil
}

// invalid tells what keeps a register from being well formed.
func invalid(problems diag.Problems, r *http.Request) *problem {
	language := languageOf(r)
	p := &problem{kind: registerInvalid, detail: "What is wrong stands under errors."}
	for _, one := range problems {
		if one.Severity == diag.Error {
			p.errors = append(p.errors, detailOf(one, language))
		}
	}
	if len(p.errors) > mostErrors {
		p.errors = p.errors[:mostErrors]
	}
	return p
}

// mostErrors is how many errors a problem lists.
const mostErrors = 1000

// submitted are the arguments of problems that hold what was sent, which is not
// repeated: problems are logged and passed on.
var submitted = []string{"found", "id", "detail", "path", "character", "key", "tag"}

// detailOf is a problem of a register as the server tells it.
func detailOf(p diag.Problem, language value.Language) ProblemDetail {
	args := make(diag.Args, len(p.Args))
	for name, said := range p.Args {
		args[name] = said
	}
	for _, name := range submitted {
		if _, ok := args[name]; ok {
			args[name] = "…"
		}
	}
	if _, ok := args["field"]; ok && p.Code == diag.UnknownField {
		args["field"] = "…"
	}
	if p.Code == diag.InvalidID {
		p.Suggestions = nil // made of what was sent
	}
	told := p
	told.Args, told.Suggestions = args, nil
	d := ProblemDetail{Code: string(p.Code), Detail: told.Message(language), Suggestions: listOf(p.Suggestions)}
	if p.Pointer != "" {
		d.Pointer = &p.Pointer
	}
	if p.At != "" {
		d.At = &p.At
	}
	return d
}

// merge applies a merge patch (RFC 7396). Both are JSON objects.
func merge(target, patch []byte) ([]byte, *problem) {
	var changes, into map[string]any
	if err := decodeObject(patch, &changes); err != nil {
		return nil, &problem{kind: requestInvalid, detail: "A merge patch is a JSON object in which no name stands twice.", cause: err}
	}
	if err := decodeObject(target, &into); err != nil {
		return nil, &problem{kind: internalFault, cause: err}
	}
	merged, err := json.Marshal(mergeInto(into, changes))
	if err != nil {
		return nil, &problem{kind: requestInvalid, detail: "The merge patch cannot be applied.", cause: err}
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

// parseWhole reads a whole register: in canonical form, or as people write it.
func parseWhole(r *http.Request, raw []byte, options ...register.Option) (*register.Register, error) {
	name := "body.json"
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/yaml") {
		name = "body.yaml"
	}
	whole, _, problems := register.Parse(name, raw, options...)
	if whole == nil || problems.HasErrors() {
		return nil, invalid(problems, r)
	}
	return whole, nil
}

func canonicalBytes(e register.Entity) ([]byte, error) { return json.Marshal(e) }
