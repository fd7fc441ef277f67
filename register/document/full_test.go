package document

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// full is a register in which every field of every object says something.
type full struct {
	objects objects
	n       int
	// leaves are its fields that hold no objects.
	leaves []leaf
}

// leaf is a field of an entry.
type leaf struct {
	path   string
	field  *schema.Field
	object string
	value  reflect.Value
	// marker is what a document says of it, "" where several fields say the same.
	marker string
	// audience is who may see it: that of the field, or fewer where a field above it
	// says so.
	audience Audience
	// top is the entry of the register to which it belongs.
	top string
}

// roles of the activities of a full register, in their order.
var fullActivities = []string{"controller", "processor", "draft", "planned"}

func newFull() (*full, *register.Register) {
	f := &full{}
	r := &register.Register{}
	f.object(reflect.ValueOf(r).Elem(), "", Public)
	for i, a := range r.Activities {
		a.ID = "activities-" + fullActivities[i]
		a.Status, a.Approval.State, a.Publish = register.StatusActive, register.ApprovalStateApproved, register.Yes
		a.ReplacedBy = "activities-controller"
	}
	r.Activities[1].Role = register.ActivityRoleProcessor
	r.Activities[2].Approval.State = register.ApprovalStateDraft
	r.Activities[3].Status = register.StatusPlanned
	return f, r
}

// entities that something may refer to: one of each kind, parties-1 and so on.
func idOf(kind string) string { return kind + "-only" }

func (f *full) object(v reflect.Value, path string, audience Audience) {
	second := strings.HasSuffix(path, "/1")
	o := schema.Lookup(v.Type().Name())
	for _, k := range f.objects.of(v.Type()) {
		if len(o.OneOf) > 0 && slices.Contains(o.OneOf, k.Name) && (k.Name == o.OneOf[len(o.OneOf)-1]) != second {
			continue
		}
		f.field(o.Name, k.Field, v.FieldByIndex(k.index), path+"/"+k.Name, audience)
	}
}

func (f *full) field(object string, s *schema.Field, v reflect.Value, path string, audience Audience) {
	if !audience.sees(Audience(s.Audience)) {
		audience = Audience(s.Audience)
	}
	n := 1
	switch {
	case path == "/activities":
		n = len(fullActivities)
	case s.Kind == schema.Nested && len(schema.Lookup(s.Type).OneOf) > 0:
		n = 2 // one for each of those of which only one can be said
	}
	if !s.List {
		f.value(object, s, v, path, audience)
		return
	}
	list := reflect.MakeSlice(v.Type(), n, n)
	for i := range n {
		f.value(object, s, list.Index(i), fmt.Sprintf("%s/%d", path, i), audience)
	}
	v.Set(list)
}

func (f *full) value(object string, s *schema.Field, v reflect.Value, path string, audience Audience) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if s.Kind == schema.Nested {
		f.object(v, path, audience)
		return
	}
	f.n++
	marker := fmt.Sprintf("M%dx", f.n)
	switch s.Kind {
	case schema.Text:
		v.Set(reflect.ValueOf(value.Text{"en": marker}))
	case schema.String:
		if s.Name == "extends" {
			marker = "common"
		}
		v.SetString(marker)
	case schema.Email:
		v.SetString(marker + "@example.org")
	case schema.Identifiers:
		v.Set(reflect.ValueOf(value.Identifiers{"kvk": marker}))
	case schema.Period:
		marker = fmt.Sprintf("%d days", 1000+f.n)
		v.SetString(fmt.Sprintf("P%dD", 1000+f.n))
	case schema.Int:
		marker = fmt.Sprint(5000000 + f.n)
		v.SetInt(int64(5000000 + f.n))
	case schema.Date:
		year := 1900 // past, but what ends does so in future
		if s.Name == "until" || s.Name == "expires" {
			year = 2100
		}
		d := value.DateOf(value.MustDate(fmt.Sprintf("%d-01-01", year)).Time().AddDate(0, 0, f.n))
		v.Set(reflect.ValueOf(d))
		marker = words.In("en").Date(d)
	default:
		f.other(s, v)
		marker = ""
	}
	f.leaves = append(f.leaves, leaf{path, s, object, v, marker, audience, top(path)})
}

// other fills what several fields may say alike.
func (f *full) other(s *schema.Field, v reflect.Value) {
	switch s.Kind {
	case schema.ID:
		v.SetString(fmt.Sprintf("id-%d", f.n))
	case schema.Ref:
		v.SetString(refTo(s.Refs[0]))
	case schema.Enum:
		list := schema.Words(s.Type) // the first is often what silence means
		v.SetString(list[len(list)-1])
	case schema.Bool:
		v.Set(reflect.ValueOf(value.Yes))
	case schema.Country, schema.Area:
		v.SetString("US")
	case schema.Language:
		v.SetString("nl")
	case schema.FieldName:
		v.SetString("name")
	case schema.RuleCode:
		v.SetString("TRF-001")
	case schema.Const:
		v.SetString(s.Const)
	}
}

func refTo(kind string) string {
	switch kind {
	case "law":
		return "nl-awr-52"
	case "dpiaList":
		return "nl-ap-1"
	case "service":
		return "the-service"
	case "allActivities":
		return "excepted"
	case "activities":
		return "activities-controller"
	}
	return idOf(kind)
}

// top is the entry of a path: /activities/0.
func top(path string) string {
	n := 0
	for i, r := range path {
		if r == '/' {
			if n++; n == 3 {
				return path[:i]
			}
		}
	}
	return path
}

// resolved makes the entities of a full register ready to be referred to.
func resolved(r *register.Register) (*register.View, *datamap.Map) {
	for _, kind := range register.Kinds() {
		if kind == register.KindActivities {
			continue
		}
		if list := r.Entities(kind); len(list) > 0 {
			reflect.ValueOf(list[0]).Elem().FieldByName("ID").SetString(idOf(string(kind)))
		}
	}
	r.Parties[0].Services[0].ID = "the-service"
	r.Language = "en"
	view, _ := register.Resolve(r, nil, nil)
	return view, datamap.Build(view)
}
