package cli

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/openropa/ropa/register/printable"
)

// patience is how long work may take before people are told how far it is.
const patience = time.Second

// progress tells people at a terminal how far long work is, and nothing where it
// is over soon or nobody looks.
type progress struct {
	to    io.Writer // nil where nobody looks
	timer *time.Timer

	mu          sync.Mutex
	bar         *progressbar.ProgressBar
	text        string
	done, total int
	ended       bool
}

// watch begins to tell how far work is; end ends it.
func (a *app) watch() *progress {
	if !a.env.Progress {
		return &progress{}
	}
	p := &progress{to: a.env.Stderr}
	p.timer = time.AfterFunc(patience, p.show)
	return p
}

// step tells what is being done now, and of how many steps so many are done; a total
// of 0 is for work of which that is not known.
func (p *progress) step(done, total int, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	other := (p.total == 0) != (total == 0)
	p.done, p.total, p.text = done, total, text
	switch {
	case p.bar == nil:
	case other:
		_ = p.bar.Finish()
		p.begin()
	default:
		p.tell()
	}
}

// show begins to show it.
func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.ended && p.bar == nil {
		p.begin()
	}
}

// begin draws a bar, or a wheel that turns where nobody knows how much there is to
// do.
func (p *progress) begin() {
	total := p.total
	if total == 0 {
		total = -1
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(p.to), progressbar.OptionSetWidth(20), progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false),
		progressbar.OptionSetTheme(progressbar.ThemeASCII), progressbar.OptionSpinnerCustom([]string{"|", "/", "-", `\`}),
	)
	p.tell()
}

func (p *progress) tell() {
	p.bar.Describe(printable.Line(p.text))
	if p.total > 0 {
		_ = p.bar.Set(min(p.done, p.total-1)) // the last step clears the bar
	}
}

// end takes away what is shown.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timer != nil {
		p.timer.Stop()
	}
	p.ended = true
	if p.bar != nil {
		_ = p.bar.Finish()
		p.bar = nil
	}
}
