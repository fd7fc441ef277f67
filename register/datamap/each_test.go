package datamap_test

import (
	"reflect"
	"testing"

	"github.com/openropa/ropa/register/datamap"
)

// handedOut are the answers to a question as Each hands them out. What it may use
// again is copied.
func handedOut(t interface{ Fatal(...any) }, m *datamap.Map, q datamap.Question, f datamap.Filter) *datamap.Answers {
	var list []datamap.Answer
	all, err := m.Each(q, f, func(a *datamap.Answer) { list = append(list, copied(reflect.ValueOf(*a)).Interface().(datamap.Answer)) })
	if err != nil {
		t.Fatal(err)
	}
	if all.Answers != nil {
		t.Fatal("answers are handed out and returned")
	}
	all.Answers = list
	return all
}

// copied is a value that shares no list with another one.
func copied(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(copied(v.Field(i)))
			}
		}
	case reflect.Pointer:
		if d, ok := v.Interface().(*datamap.Details); ok {
			one := copied(reflect.ValueOf(*d)).Interface().(datamap.Details)
			out.Set(reflect.ValueOf(&one))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(copied(v.Index(i)))
			}
		}
	}
	return out
}

// What one question was answered with is not changed by the next: answers that are
// returned share no room with those that are worked out later.
func TestAnswersStayAsTheyAre(t *testing.T) {
	m := datamap.Build(viewOf(large(300)))
	f := datamap.Filter{AsOf: today, Recipients: []string{"party-3"}}
	first := ask(t, m, datamap.Activities, f)
	kept := copied(reflect.ValueOf(*first)).Interface().(datamap.Answers)
	for _, q := range datamap.Questions() {
		ask(t, m, q, datamap.Filter{AsOf: today})
		handedOut(t, m, q, datamap.Filter{AsOf: today})
	}
	if !reflect.DeepEqual(*first, kept) {
		t.Error("answers changed after they were returned")
	}
	if len(first.Answers) == 0 {
		t.Error("nothing was asked")
	}
}
