//go:build unix

package pgtest

import (
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// PostgreSQL refuses to run as root: there it runs as its own user, or as nobody.

func account() *syscall.Credential {
	if os.Getuid() != 0 {
		return nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			uid, _ := strconv.ParseUint(u.Uid, 10, 32) // on unix they are numbers
			gid, _ := strconv.ParseUint(u.Gid, 10, 32)
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		}
	}
	return nil
}

func unprivileged(cmd *exec.Cmd) {
	// A group of its own: an interrupt of the tests does not reach it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: account(), Setpgid: true}
}

func own(folder string) error {
	if a := account(); a != nil {
		return os.Chown(folder, int(a.Uid), int(a.Gid))
	}
	return nil
}
