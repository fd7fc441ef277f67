package diagram_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/diagram"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/value"
)

var update = flag.Bool("update", false, "accept what is written today")

var day = value.MustDate("2026-11-22")

func example(t *testing.T, name string) (*register.View, *datamap.Map) {
	t.Helper()
	r, src, problems := register.Load(filepath.Join("../../../examples", name))
	if r == nil {
		t.Fatal(problems)
	}
	return resolve(t, r, src)
}

func resolve(t *testing.T, r *register.Register, src *register.Source) (*register.View, *datamap.Map) {
	t.Helper()
	view, problems := register.Resolve(r, src, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return view, datamap.Build(view)
}

func draw(t *testing.T, view *register.View, m *datamap.Map, o diagram.Options) *diagram.Picture {
	t.Helper()
	o.AsOf = day
	p, err := diagram.Draw(context.Background(), view, m, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestLanguagesForGraphs compares what other programs are given with what they were
// given before.
func TestLanguagesForGraphs(t *testing.T) {
	view, m := example(t, "webgems")
	for _, test := range []struct {
		name string
		o    diagram.Options
	}{
		{"webgems.nl", diagram.Options{Language: "nl"}},
		{"webgems.en", diagram.Options{Language: "en"}},
		{"webgems-payments.nl", diagram.Options{Language: "nl", Activity: "payments"}},
		{"webgems-lightspeed.nl", diagram.Options{Language: "nl", Party: "lightspeed"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.o.AsOf = day
			g, err := diagram.New(view, m, test.o)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, test.name+".dot", g.DOT)
			golden(t, test.name+".mermaid", g.Mermaid)
		})
	}
}

func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (-want +got), run the test with -update:\n%s", name, diff)
	}
}

// TestManyAtOnce: eight pictures drawn at the same time and one more after them are
// the same.
func TestManyAtOnce(t *testing.T) {
	view, m := example(t, "harbour-clinic")
	var svgs, pngs [9][]byte
	one := func(i int) {
		p, err := diagram.Draw(context.Background(), view, m, diagram.Options{AsOf: day, Language: "nl"})
		if err != nil {
			t.Error(err)
			return
		}
		svgs[i] = p.SVG()
		if pngs[i], err = p.PNG(); err != nil {
			t.Error(err)
		}
	}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() { one(i) })
	}
	all.Wait()
	one(8)
	for i := range 8 {
		if !bytes.Equal(svgs[i], svgs[8]) || !bytes.Equal(pngs[i], pngs[8]) || len(pngs[i]) == 0 {
			t.Errorf("picture %d differs", i)
		}
	}
}

// TestSVG: the pictures are well formed, have a title and a description, and hold
// shapes and texts only.
func TestSVG(t *testing.T) {
	for _, name := range []string{"webgems", "bakery", "harbour-clinic"} {
		view, m := example(t, name)
		for _, language := range []value.Language{"en", "nl", "de", "fr"} {
			p := draw(t, view, m, diagram.Options{Language: language})
			checkSVG(t, p.SVG(), p.Title)
			f, err := p.Figure("map", true)
			if err != nil {
				t.Fatal(err)
			}
			checkSVG(t, f.SVG, f.Title)
			checkPNG(t, f)
			for _, chart := range []func(*register.View, *datamap.Map, diagram.Options) (*diagram.Picture, error){diagram.RetentionChart, diagram.TransfersChart} {
				p, err := chart(view, m, diagram.Options{AsOf: day, Language: language})
				if err != nil {
					t.Fatal(err)
				}
				if p != nil {
					checkSVG(t, p.SVG(), p.Title)
				}
			}
		}
	}
}

func checkSVG(t *testing.T, svg []byte, title string) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	allowed := map[string]bool{"svg": true, "title": true, "desc": true, "g": true, "rect": true, "path": true, "polygon": true, "text": true}
	texts := make(map[string]string)
	var path []string
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			path = append(path, x.Name.Local)
			if !allowed[x.Name.Local] {
				t.Errorf("there is an element %s", x.Name.Local)
			}
			for _, a := range x.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") || a.Name.Local == "style" {
					t.Errorf("%s has %s", x.Name.Local, a.Name.Local)
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			texts[strings.Join(path, "/")] += string(x)
		}
	}
	if texts["svg/title"] != title || len(texts["svg/desc"]) < 20 {
		t.Errorf("title %q, description %q", texts["svg/title"], texts["svg/desc"])
	}
	if !bytes.Contains(svg[:400], []byte(`role="img" aria-labelledby="title desc"`)) {
		t.Error("the picture has no role")
	}
}

// checkPNG: the image is twice as large as it is shown.
func checkPNG(t *testing.T, f *document.Figure) {
	t.Helper()
	c, err := png.DecodeConfig(bytes.NewReader(f.PNG))
	if err != nil {
		t.Fatal(err)
	}
	if w := float64(c.Width) / 2; w < f.Width-1 || w > f.Width+1 {
		t.Errorf("%d pixels for %g points", c.Width, f.Width)
	}
}

// TestMany: a register of many activities is drawn in groups.
func TestMany(t *testing.T) {
	for _, n := range []int{300, 1000} {
		view, m := resolve(t, scale.Register(scale.Options{Seed: 1, Activities: n}), nil)
		for _, by := range []diagram.Grouping{diagram.ByEEA, diagram.ByCountry} {
			g, err := diagram.New(view, m, diagram.Options{AsOf: day, By: by})
			if err != nil {
				t.Fatal(err)
			}
			if !g.Grouped || g.Nodes() > diagram.MostNodes || g.Nodes() < 10 {
				t.Errorf("%d activities by %s: %d nodes, grouped %v", n, by, g.Nodes(), g.Grouped)
			}
		}
		for _, o := range []diagram.Options{{Activity: scale.ActivityID(7)}, {Party: scale.PartyID(3)}} {
			o.AsOf = day
			g, err := diagram.New(view, m, o)
			if err != nil {
				t.Fatal(err)
			}
			if g.Nodes() > diagram.MostNodes {
				t.Errorf("%+v: %d nodes", o, g.Nodes())
			}
		}
	}
}

// TestDeadline: a context that has ended ends the drawing, and nothing stays behind.
func TestDeadline(t *testing.T) {
	view, m := example(t, "webgems")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := diagram.Draw(ctx, view, m, diagram.Options{AsOf: day}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	draw(t, view, m, diagram.Options{})
}

func TestErrors(t *testing.T) {
	view, m := example(t, "webgems")
	var unknown *diagram.UnknownError
	if _, err := diagram.New(view, m, diagram.Options{}); !errors.Is(err, diagram.ErrNoDate) {
		t.Error(err)
	}
	if _, err := diagram.New(view, m, diagram.Options{AsOf: day, Activity: "payments", Party: "mollie"}); !errors.Is(err, diagram.ErrBoth) {
		t.Error(err)
	}
	if _, err := diagram.New(view, m, diagram.Options{AsOf: day, Activity: "nothing"}); !errors.As(err, &unknown) || unknown.Kind != "activities" {
		t.Error(err)
	}
	if _, err := diagram.New(view, m, diagram.Options{AsOf: day, Party: "nobody"}); !errors.As(err, &unknown) || unknown.Kind != "parties" {
		t.Error(err)
	}
}
