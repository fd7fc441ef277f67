//go:build !unix

package cli

import "os"

// keepOwner does nothing: there is no owner to keep.
func keepOwner(*os.File, os.FileInfo) {}
