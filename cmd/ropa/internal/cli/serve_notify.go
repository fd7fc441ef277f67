package cli

import (
	"net"
	"time"
)

// What a service manager is told (sd_notify of systemd): that the server answers, and
// that it ends.
const (
	serviceReady = "READY=1"
	serviceEnds  = "STOPPING=1"
)

// notify tells the service manager that waits for it, if one does. Who does not
// listen is left alone: the server serves all the same.
func (a *app) notify(state string) {
	socket := a.env.Getenv("NOTIFY_SOCKET")
	if socket == "" {
		return
	}
	manager, err := net.DialTimeout("unixgram", socket, time.Second)
	if err != nil {
		return
	}
	defer manager.Close()
	_ = manager.SetWriteDeadline(time.Now().Add(time.Second))
	_, _ = manager.Write([]byte(state))
}
