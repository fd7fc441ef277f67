package register_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/registertest"
)

// TestSaveParse reads back what Save writes.
func TestSaveParse(t *testing.T) {
	for _, encoding := range []register.Encoding{register.CanonicalJSON, register.JSON, register.YAML} {
		t.Run(encoding.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				r := registertest.Register().Draw(t, "register")
				data := save(t, r, encoding)
				if !bytes.Equal(data, save(t, r, encoding)) {
					t.Fatal("saved twice, the bytes differ")
				}
				got := parse(t, fileName(encoding), data)
				if diff := cmp.Diff(r, got); diff != "" {
					t.Fatalf("read back (-saved +read):\n%s\n%s", diff, data)
				}
			})
		})
	}
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func save(t failer, r *register.Register, encoding register.Encoding) []byte {
	t.Helper()
	data, err := register.Save(r, encoding)
	if err != nil {
		t.Fatalf("Save: %v", err)
	}
	return data
}

func parse(t failer, name string, data []byte) *register.Register {
	t.Helper()
	r, _, problems := register.Parse(name, data)
	if err := problems.Err(); err != nil {
		t.Fatalf("Parse: %v\n%s", err, data)
	}
	return r
}

func fileName(encoding register.Encoding) string {
	if encoding == register.YAML {
		return "x.yaml"
	}
	return "x.json"
}

// TestMarshal reads and writes every register through encoding/json.
func TestMarshal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := registertest.Object[register.Activity]().Draw(t, "activity")
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var got register.Activity
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if diff := cmp.Diff(a, &got); diff != "" {
			t.Fatalf("read back (-marshalled +read):\n%s\n%s", diff, data)
		}
	})
}

// TestSaveErrors saves what the canonical form cannot say.
func TestSaveErrors(t *testing.T) {
	activity := func(a register.Activity) *register.Register {
		a.ID = "payments"
		return &register.Register{Schema: "ropa/v1", Activities: []*register.Activity{{ID: "other"}, &a}}
	}
	for name, c := range map[string]struct {
		r    *register.Register
		code diag.Code
		at   string
	}{
		"nil":        {nil, diag.NullValue, ""},
		"empty list": {activity(register.Activity{Data: []register.DataUse{}}), diag.EmptyList, "activities/payments/data"},
		"empty list in an entry": {
			activity(register.Activity{Disclosures: []register.Disclosure{{To: "mollie"}, {To: "mollie", Data: []string{}}}}),
			diag.EmptyList, "activities/payments/disclosures/mollie~2/data",
		},
		"empty text":        {activity(register.Activity{Name: register.Text{}}), diag.EmptyMap, "activities/payments/name"},
		"missing entry":     {&register.Register{Parties: []*register.Party{nil}}, diag.NullValue, "parties/1"},
		"empty reference":   {activity(register.Activity{Notices: []string{"a", ""}}), diag.NullValue, "activities/payments/notices/2"},
		"not UTF-8":         {activity(register.Activity{Number: "\xff"}), diag.BadCharacter, "activities/payments/number"},
		"U+0000":            {activity(register.Activity{Name: register.Text{"en": "a\x00"}}), diag.BadCharacter, "activities/payments/name/en"},
		"extension name":    {activity(register.Activity{Remarks: register.Remarks{Extensions: register.Extensions{"id": []byte(`"x"`)}}}), diag.UnknownField, "activities/payments/id"},
		"extension value":   {activity(register.Activity{Remarks: register.Remarks{Extensions: register.Extensions{"x-a": []byte(`{`)}}}), diag.Syntax, "activities/payments/x-a"},
		"extension of many": {activity(register.Activity{Remarks: register.Remarks{Extensions: register.Extensions{"x-a": []byte(`1 2`)}}}), diag.Syntax, "activities/payments/x-a"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, encoding := range []register.Encoding{register.CanonicalJSON, register.JSON, register.YAML} {
				data, err := register.Save(c.r, encoding)
				var p diag.Problem
				if !errors.As(err, &p) || p.Code != c.code || p.At != c.at || data != nil {
					t.Errorf("%v: got %q, %v; want %s at %s", encoding, data, err, c.code, c.at)
				}
			}
		})
	}
}

// TestHash holds the hash to the meaning: equal registers, equal hashes.
func TestHash(t *testing.T) {
	a := parse(t, "a.yaml", []byte("schema: ropa/v1\nid: r\nlanguage: nl\nname: Register\nactivities:\n  - id: a\n    data: [name]\n"))
	b := parse(t, "b.json", []byte(`{"activities": [{"data": [{"category": "name"}], "id": "a"}], "name": {"nl": "Register"}, "language": "nl", "id": "r", "schema": "ropa/v1"}`))
	none := parse(t, "c.yaml", []byte("schema: ropa/v1\nid: r\nlanguage: nl\nname: Register\nactivities:\n  - id: a\n    data: [name]\n    transfers: none\n"))
	if hash(t, a) != hash(t, b) {
		t.Error("the same register, other hashes")
	}
	if hash(t, a) == hash(t, none) {
		t.Error("none and silence have the same hash")
	}
}

func hash(t *testing.T, r *register.Register) [32]byte {
	t.Helper()
	h, err := r.Hash()
	if err != nil {
		t.Fatal(err)
	}
	return h
}
