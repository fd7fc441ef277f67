package api

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// kindOfProblem is a kind of problem: its code is a contract, and the last part of
// its type.
type kindOfProblem struct {
	status int
	code   string
	// title says it in English and Dutch.
	title [2]string
}

// The kinds of problems of the server.
var (
	requestInvalid       = &kindOfProblem{400, "request-invalid", [2]string{"The request is not one that the contract knows", "Het verzoek is niet zoals het contract het kent"}}
	unauthenticated      = &kindOfProblem{401, "unauthenticated", [2]string{"Who asks is not known", "Het is niet bekend wie het vraagt"}}
	forbidden            = &kindOfProblem{403, "forbidden", [2]string{"Whoever asks may not do this", "Wie het vraagt mag dit niet"}}
	notFound             = &kindOfProblem{404, "not-found", [2]string{"There is no such thing", "Dat is er niet"}}
	methodUnknown        = &kindOfProblem{405, "method-not-allowed", [2]string{"The method is not one that the address takes", "Dit adres kent deze methode niet"}}
	readOnly             = &kindOfProblem{405, "read-only", [2]string{"The register cannot be changed here", "Het register kan hier niet worden gewijzigd"}}
	conflict             = &kindOfProblem{409, "conflict", [2]string{"It conflicts with what is there", "Het is in strijd met wat er al is"}}
	preconditionFailed   = &kindOfProblem{412, "precondition-failed", [2]string{"Somebody else changed it meanwhile", "Iemand anders heeft het intussen gewijzigd"}}
	bodyTooLarge         = &kindOfProblem{413, "body-too-large", [2]string{"The body is too large", "De inhoud is te groot"}}
	mediaTypeUnknown     = &kindOfProblem{415, "media-type", [2]string{"The media type is not one that the operation takes", "Dit soort inhoud kent de bewerking niet"}}
	registerInvalid      = &kindOfProblem{422, "register-invalid", [2]string{"The register would not be well formed", "Het register zou niet goed gevormd zijn"}}
	preconditionRequired = &kindOfProblem{428, "precondition-required", [2]string{"The write names no version", "De wijziging noemt geen versie"}}
	rateLimited          = &kindOfProblem{429, "rate-limited", [2]string{"Too many requests", "Te veel verzoeken"}}
	internalFault        = &kindOfProblem{500, "internal", [2]string{"The server failed", "De server faalde"}}
	unavailable          = &kindOfProblem{503, "unavailable", [2]string{"The store cannot be reached", "De opslag is niet bereikbaar"}}
)

// problem is a problem as it is told: an error of the server's operations.
type problem struct {
	kind   *kindOfProblem
	detail string
	errors []ProblemDetail
	header http.Header
	// cause is for the log alone.
	cause error
}

// Error says what kind of problem it is, for the log.
func (p *problem) Error() string {
	if p.cause != nil {
		return p.kind.code + ": " + p.cause.Error()
	}
	return p.kind.code
}

// Unwrap returns the cause.
func (p *problem) Unwrap() error { return p.cause }

// sorry is a problem with a sentence about it.
func sorry(kind *kindOfProblem, format string, args ...any) *problem {
	return &problem{kind: kind, detail: fmt.Sprintf(format, args...)}
}

// about adds what is wrong with a parameter or a header.
func (p *problem) about(parameter, code, detail string, suggestions []string) *problem {
	p.errors = append(p.errors, ProblemDetail{Code: code, Parameter: &parameter, Detail: detail, Suggestions: listOf(suggestions)})
	return p
}

// noneOf adds that a part of the address is none of those that there are.
func noneOf(p *problem, parameter, given string, known []string) *problem {
	return p.about(parameter, "invalid-parameter", "Expected one of "+strings.Join(known, ", ")+".", diag.Suggest(given, known))
}

// excluding adds that parameters exclude one another.
func (p *problem) excluding(parameters ...string) *problem {
	for _, name := range parameters {
		p.about(name, "excluded-parameter", "It excludes another parameter that was sent; leave one of them out.", nil)
	}
	return p
}

// because adds what is wrong where that is neither in a parameter nor in the body.
func (p *problem) because(code, detail string) *problem {
	p.errors = append(p.errors, ProblemDetail{Code: code, Detail: detail})
	return p
}

// inBody adds what is wrong with the body at a JSON pointer; "" is all of it.
func (p *problem) inBody(pointer, code, detail string) *problem {
	p.errors = append(p.errors, ProblemDetail{Code: code, Pointer: &pointer, Detail: detail})
	return p
}

// listOf is a list for a field that may be left out.
func listOf(list []string) *[]string {
	if len(list) == 0 {
		return nil
	}
	return &list
}

// write sends the problem (RFC 9457).
func (p *problem) write(w http.ResponseWriter, r *http.Request, language value.Language, instance string) {
	title, language := p.kind.title[0], findingLanguage(language)
	if language == "nl" {
		title = p.kind.title[1]
	}
	body := Problem{Type: "/problems/" + p.kind.code, Title: title, Status: p.kind.status, Code: p.kind.code}
	if detail := cmp.Or(told(p.detail, language), title+"."); detail != "" {
		body.Detail = &detail
	}
	if instance != "" {
		body.Instance = &instance
	}
	if len(p.errors) > 0 {
		errors := toldAll(p.errors, language)
		body.Errors = &errors
	}
	raw, err := json.Marshal(body)
	if err != nil {
		raw = []byte(`{"type":"/problems/internal","title":"The server failed","status":500,"code":"internal"}`)
	}
	header := w.Header()
	for name, values := range p.header {
		header[name] = values
	}
	header.Set("Content-Type", "application/problem+json")
	header.Set("Content-Language", string(language))
	header["Vary"] = varyLine
	header.Set("Cache-Control", "no-store")
	header.Del("ETag")
	w.WriteHeader(p.kind.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(append(raw, '\n')) // whoever left does not read it
	}
}
