package cli

import (
	"strings"
	"sync"
	"testing"
)

// terminal keeps what is drawn on it.
type terminal struct {
	mu   sync.Mutex
	text strings.Builder
}

func (t *terminal) Write(data []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(data)
}

func (t *terminal) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

// Long work tells what is being done and how far it is, and leaves nothing behind.
func TestProgress(t *testing.T) {
	var to terminal
	a := &app{language: "en", env: Env{Stderr: &to, Progress: true}}
	p := a.watch()
	p.step(0, 0, "building")
	if to.String() != "" {
		t.Errorf("told at once: %q", to.String())
	}
	p.show()
	for i, name := range []string{"first", "sec\x1bond", "third", "last"} {
		p.step(i, 4, name)
	}
	p.step(4, 4, "")
	p.end()
	text := to.String()
	for _, want := range []string{"building", "first", "third", "last", "75%"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told: %q", want, text)
		}
	}
	if strings.Contains(text, "sec\x1bond") || strings.Contains(text, "\n") || strings.TrimSpace(text[strings.LastIndex(strings.TrimRight(text, "\r"), "\r")+1:]) != "" {
		t.Errorf("it is not cleaned or not cleared: %q", text)
	}
	p.show()
	if to.String() != text {
		t.Error("something is drawn after the end")
	}
}

// Nothing is told where nobody looks.
func TestProgressForNobody(t *testing.T) {
	var to terminal
	p := (&app{language: "en", env: Env{Stderr: &to}}).watch()
	p.step(0, 0, "building")
	p.step(1, 2, "writing")
	p.end()
	if to.String() != "" {
		t.Errorf("%q", to.String())
	}
}
