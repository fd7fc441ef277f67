package api

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// contract is openapi.yaml as one document, generated.
//
//go:embed openapi.gen.json
var contract []byte

// Contract returns the OpenAPI document of the server as JSON, without references
// to other files.
func Contract() []byte { return slices.Clone(contract) }

// operation is what the contract says of one operation.
type operation struct {
	id, method, path string
	// role is what somebody has to be to call it; "none" for everybody.
	role string
	// query are the parameters of the query that it knows.
	query map[string]*parameter
	// needs are those of them that are required, in order.
	needs []string
	// headers are the parameters that it knows in the header.
	headers map[string]*parameter
	// numbers are the parameters in its path that are numbers. Others need no check:
	// what is not of their form is not there.
	numbers []*parameter
	// takes are the media types of its body; none where it has no body.
	takes []string
	// limited: a caller may make only so many of its requests.
	limited bool
	// kept: its answers are kept, for they depend on nothing but a version of a
	// register and what was asked.
	kept bool
	// dated: it answers as of today where it is not asked for another day.
	dated bool
}

// parameter is a parameter of the query.
type parameter struct {
	name     string
	required bool
	// list: it takes several values, separated by commas.
	list bool
	rule rule
}

// The part of a contract that the gate reads.
type (
	contractDoc struct {
		Paths      map[string]map[string]json.RawMessage `json:"paths"`
		Components struct {
			Parameters map[string]contractParameter `json:"parameters"`
			Schemas    map[string]json.RawMessage   `json:"schemas"`
			Bodies     map[string]contractBody      `json:"requestBodies"`
		} `json:"components"`
	}
	contractOperation struct {
		ID         string              `json:"operationId"`
		Role       string              `json:"x-role"`
		Parameters []contractParameter `json:"parameters"`
		Body       contractBody        `json:"requestBody"`
		// Responses are by status.
		Responses map[string]json.RawMessage `json:"responses"`
	}
	contractParameter struct {
		Ref      string         `json:"$ref"`
		Name     string         `json:"name"`
		In       string         `json:"in"`
		Required bool           `json:"required"`
		Schema   contractSchema `json:"schema"`
	}
	contractBody struct {
		Ref     string                     `json:"$ref"`
		Content map[string]json.RawMessage `json:"content"`
	}
	contractSchema struct {
		Ref       string          `json:"$ref"`
		Type      string          `json:"type"`
		Format    string          `json:"format"`
		Enum      []string        `json:"enum"`
		Pattern   string          `json:"pattern"`
		MinLength int             `json:"minLength"`
		MaxLength int             `json:"maxLength"`
		Minimum   *int64          `json:"minimum"`
		Maximum   *int64          `json:"maximum"`
		Items     *contractSchema `json:"items"`
	}
)

// operations returns the operations of the contract by method and path, as the
// router names them: GET /v1/registers.
var operations = sync.OnceValue(func() map[string]*operation {
	var doc contractDoc
	if err := json.Unmarshal(contract, &doc); err != nil {
		panic("contract: " + err.Error()) // it is part of the program: a test reads it
	}
	all := make(map[string]*operation)
	for path, item := range doc.Paths {
		for method, raw := range item {
			method = strings.ToUpper(method)
			if !slices.Contains([]string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete}, method) {
				continue
			}
			var c contractOperation
			if err := json.Unmarshal(raw, &c); err != nil {
				panic("contract: " + err.Error())
			}
			if shared := item["parameters"]; shared != nil {
				var more []contractParameter
				if err := json.Unmarshal(shared, &more); err != nil {
					panic("contract: " + err.Error())
				}
				c.Parameters = append(c.Parameters, more...)
			}
			all[method+" "+path] = doc.operation(method, path, &c)
		}
	}
	return all
})

func (doc *contractDoc) operation(method, path string, c *contractOperation) *operation {
	op := &operation{id: c.ID, method: method, path: path, role: c.Role, query: make(map[string]*parameter), headers: make(map[string]*parameter)}
	op.limited = c.Responses["429"] != nil
	for _, p := range c.Parameters {
		if p.Ref != "" {
			p = doc.Components.Parameters[last(p.Ref)]
		}
		if p.In == "header" {
			p.Name = http.CanonicalHeaderKey(p.Name)
			op.headers[p.Name] = &parameter{name: p.Name, rule: newRule(doc.schema(p.Schema))}
		}
		if p.In == "path" && doc.schema(p.Schema).Type == "integer" {
			op.numbers = append(op.numbers, &parameter{name: p.Name, required: true, rule: newRule(doc.schema(p.Schema))})
		}
		if p.In != "query" {
			continue
		}
		schema, list := doc.schema(p.Schema), false
		if schema.Type == "array" {
			schema, list = doc.schema(*schema.Items), true
		}
		op.query[p.Name] = &parameter{p.Name, p.Required, list, newRule(schema)}
		if p.Required {
			op.needs = append(op.needs, p.Name)
		}
	}
	slices.Sort(op.needs)
	body := c.Body
	if body.Ref != "" {
		body = doc.Components.Bodies[last(body.Ref)]
	}
	for media := range body.Content {
		op.takes = append(op.takes, media)
	}
	slices.Sort(op.takes)
	op.kept = !op.writes() && strings.HasPrefix(op.path, "/v1/registers/{register}/")
	op.dated = op.query["as-of"] != nil
	return op
}

// schema follows a reference.
func (doc *contractDoc) schema(s contractSchema) contractSchema {
	if s.Ref == "" {
		return s
	}
	var named contractSchema
	if err := json.Unmarshal(doc.Components.Schemas[last(s.Ref)], &named); err != nil {
		panic("contract: " + err.Error())
	}
	return named
}

// last is the last part of a reference.
func last(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }
