package register_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/registertest"
)

// TestMergePatch patches one activity into another (RFC 7396): what is absent,
// none, three-valued or a text by language comes through null and back. Values
// that hold null themselves cannot: a merge patch takes it for "remove".
func TestMergePatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := registertest.Object[register.Activity]().Draw(t, "from")
		to := registertest.Object[register.Activity]().Draw(t, "to")
		a, b := decodeJSON(t, from), decodeJSON(t, to)
		dropNulls(b)
		patch := diffOf(a, b)
		patched, err := json.Marshal(apply(a, patch))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		var got, want register.Activity
		if err := json.Unmarshal(patched, &got); err != nil {
			t.Fatalf("%v\n%s", err, patched)
		}
		if err := json.Unmarshal(plain, &want); err != nil {
			t.Fatalf("%v\n%s", err, plain)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("patched (-want +got):\n%s", diff)
		}
	})
}

func decodeJSON(t *rapid.T, v any) map[string]any {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	m := make(map[string]any)
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// dropNulls removes members that are null, in objects but not within lists,
// which a patch replaces as a whole.
func dropNulls(m map[string]any) {
	for key, v := range m {
		switch v := v.(type) {
		case nil:
			delete(m, key)
		case map[string]any:
			dropNulls(v)
		}
	}
}

// diffOf returns the patch that makes b of a.
func diffOf(a, b map[string]any) map[string]any {
	patch := make(map[string]any)
	for key := range a {
		if _, ok := b[key]; !ok {
			patch[key] = nil
		}
	}
	for key, to := range b {
		from, ok := a[key]
		if ok && reflect.DeepEqual(from, to) {
			continue
		}
		old, isObject := from.(map[string]any)
		object, becomesObject := to.(map[string]any)
		if isObject && becomesObject {
			patch[key] = diffOf(old, object)
		} else {
			patch[key] = to
		}
	}
	return patch
}

// apply is MergePatch of RFC 7396, section 2.
func apply(target, patch any) any {
	changes, ok := patch.(map[string]any)
	if !ok {
		return patch
	}
	object, ok := target.(map[string]any)
	if !ok {
		object = make(map[string]any)
	}
	for key, v := range changes {
		if v == nil {
			delete(object, key)
		} else {
			object[key] = apply(object[key], v)
		}
	}
	return object
}
