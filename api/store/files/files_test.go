package files_test

import (
	"errors"
	"testing"

	"github.com/openropa/ropa/api/store/files"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// What is wrong with a register is found in the error.
func TestProblemsError(t *testing.T) {
	load := func(path string) *files.Loaded {
		_, _, problems := register.Load(path)
		return &files.Loaded{Problems: problems}
	}
	_, err := files.Open(files.Options{Load: load}, "testdata/nowhere.yaml")
	var faulty *files.ProblemsError
	var problem diag.Problem
	if !errors.As(err, &faulty) || !errors.As(err, &problem) || problem.Code != diag.PathNotFound {
		t.Errorf("the error is %v, of the problem %q", err, problem.Code)
	}
}
