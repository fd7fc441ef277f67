package cli

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/openropa/ropa/register/printable"
)

func (a *app) healthcheckCommand() *cobra.Command {
	var listen, cert string
	cmd := &cobra.Command{
		Use: "healthcheck",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.fromEnvironment(cmd); err != nil {
				return err
			}
			return a.need()(cmd, args)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.healthcheck(cmd.Context(), listen, cert) },
	}
	cmd.Flags().SortFlags = false // where, then how
	cmd.Flags().StringVar(&listen, "listen", defaultListen, a.say("flag.health-listen"))
	cmd.Flags().StringVar(&cert, "tls-cert", "", a.say("flag.health-tls-cert"))
	return cmd
}

// healthPatience is how long a server may take to say that it is ready.
const healthPatience = 10 * time.Second

// healthcheck asks the server on this machine whether it can answer: what a container
// without a shell runs to know its health.
func (a *app) healthcheck(ctx context.Context, listen, cert string) error {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return wrongUse("use.listen-form", listen)
	}
	host = reachable(host)
	scheme, transport := "http", &http.Transport{} // with no proxy: it asks this machine
	if cert != "" {
		scheme = "https"
		if transport.TLSClientConfig, err = trusting(host, cert); err != nil {
			return wrongUse("use.tls-file", cert, cause(err))
		}
	}
	address := scheme + "://" + net.JoinHostPort(host, port) + "/readyz"
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return wrongUse("use.listen-form", listen)
	}
	client := &http.Client{Transport: transport, Timeout: healthPatience, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // another server than the one that is asked
	}}
	answer, err := client.Do(r)
	if err != nil {
		return a.unhealthy("health.away", address, cause(err))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return a.unhealthy("health.not-ready", address, answer.StatusCode)
	}
	fmt.Fprintln(&a.out, a.say("health.ready", address))
	return nil
}

func (a *app) unhealthy(word string, args ...any) error {
	fmt.Fprintln(a.env.Stderr, printable.Line(a.say(word, args...)))
	return &reportedError{exitProblems}
}

// reachable is the host to ask for a server that listens on one.
func reachable(host string) string {
	switch ip := net.ParseIP(host); {
	case host == "" || ip != nil && ip.IsUnspecified() && ip.To4() != nil:
		return "127.0.0.1"
	case ip != nil && ip.IsUnspecified():
		return "::1"
	}
	return host
}

var (
	errNoCertificate    = errors.New("there is no certificate in it")
	errOtherCertificate = errors.New("the server has another certificate")
)

// trusting says which servers at a host are taken for the one that is meant. On this
// machine's own address any is: nothing is sent that is secret, and the file may hold
// a renewed certificate that the server could not read yet, so that it goes on with the
// one before. Elsewhere it must have the certificate of the file.
func trusting(host, cert string) (*tls.Config, error) {
	if thisMachine(host) {
		return &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true}, nil
	}
	leaf, err := leafOf(cert)
	if err != nil {
		return nil, err
	}
	return onlyCertificate(leaf), nil
}

// leafOf reads the first certificate of a file: that of the server.
func leafOf(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for block, rest := pem.Decode(text); block != nil; block, rest = pem.Decode(rest) {
		if block.Type == "CERTIFICATE" { // a key may stand before it
			return block.Bytes, nil
		}
	}
	return nil, errNoCertificate
}

// onlyCertificate takes a server that has this certificate, and no other. It is made
// out to the name under which others reach the server, so names are not compared.
func onlyCertificate(leaf []byte) *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true, VerifyConnection: func(s tls.ConnectionState) error {
		if len(s.PeerCertificates) == 0 || !bytes.Equal(s.PeerCertificates[0].Raw, leaf) {
			return errOtherCertificate
		}
		return nil
	}}
}
