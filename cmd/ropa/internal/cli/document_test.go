package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Whoever stops the making of a document finds no file, nor half of one.
func TestDocumentStopped(t *testing.T) {
	register, folder := example(t), t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, format := range []string{"pdf", "docx", "xlsx", "html", "markdown", "csv", "json"} {
		for _, figures := range []string{"true", "false"} {
			var told bytes.Buffer
			status := Run(ctx, []string{"document", "register", register, "--figures=" + figures, "-o", filepath.Join(folder, "it."+format), "--format", format}, Env{
				Stdout: &told, Stderr: &told, Getenv: func(string) string { return "" }, Now: time.Now,
			})
			if status != exitWrongUse || !strings.Contains(told.String(), "stopped") {
				t.Errorf("%s: status %d, %s", format, status, told.String())
			}
		}
	}
	holds(t, folder, map[string]string{})
}
