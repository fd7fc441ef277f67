//go:build !unix

package pgtest

import "os/exec"

func unprivileged(*exec.Cmd) {}

func own(string) error { return nil }
