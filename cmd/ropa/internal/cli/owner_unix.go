//go:build unix

package cli

import (
	"os"
	"syscall"
)

// keepOwner gives a file the owner of the one that it replaces. Only root may
// give files away: for others the file stays theirs.
func keepOwner(file *os.File, info os.FileInfo) {
	if owner, ok := info.Sys().(*syscall.Stat_t); ok {
		_ = file.Chown(int(owner.Uid), int(owner.Gid))
	}
}
