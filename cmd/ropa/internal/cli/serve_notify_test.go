package cli

import (
	"net"
	"path/filepath"
	"testing"
	"time"
)

// A service manager that waits is told when the server answers, and when it ends.
func TestServeNotifies(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "notify")
	manager, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer manager.Close()
	hear := func(want string) {
		t.Helper()
		said := make([]byte, 100)
		if err := manager.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		n, err := manager.Read(said)
		if err != nil || string(said[:n]) != want {
			t.Errorf("%q, want %q: %v", said[:n], want, err)
		}
	}
	t.Run("server", func(t *testing.T) {
		s := startServer(t, map[string]string{"NOTIFY_SOCKET": socket}, "--listen", "127.0.0.1:0", filepath.Join(examplesDir, "webgems"))
		hear("READY=1")
		s.want(200, "/readyz")
	})
	hear("STOPPING=1")
}
