package cli

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store/files"
	"github.com/openropa/ropa/register/diag"
	"github.com/spf13/cobra"
)

// defaultListen is where a server listens that is not told where.
const defaultListen = "127.0.0.1:8080"

// serveFlags are the flags of ropa serve.
type serveFlags struct {
	listen, store string
	log           logFlags
	who           whoFlags
	heavyJobs     uint16
	memory        uint32 // MiB
	cert, key     string
}

func (a *app) serveCommand() *cobra.Command {
	f := &serveFlags{log: newLogFlags()}
	cmd := &cobra.Command{
		Use: "serve",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := a.fromEnvironment(cmd); err != nil {
				return err
			}
			switch {
			case f.store == "" && len(args) == 0:
				return a.wrongCall(cmd, "use.path-or-store")
			case f.store != "" && len(args) > 0:
				return a.wrongCall(cmd, "use.path-and-store")
			case (f.cert == "") != (f.key == ""):
				return a.wrongCall(cmd, "use.tls-both")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.serve(cmd.Context(), f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false // what, where, who, then what is told
	a.storeFlag(cmd, &f.store)
	a.rootFlag(cmd)
	flags.StringVar(&f.listen, "listen", defaultListen, a.say("flag.listen"))
	flags.StringVar(&f.cert, "tls-cert", "", a.say("flag.tls-cert"))
	flags.StringVar(&f.key, "tls-key", "", a.say("flag.tls-key"))
	a.whoFlags(cmd, &f.who)
	flags.Uint16Var(&f.heavyJobs, "heavy-jobs", 0, a.say("flag.heavy-jobs"))
	flags.Uint32Var(&f.memory, "memory", 512, a.say("flag.memory"))
	flags.Var(&f.log.format, "log", a.say("flag.log"))
	flags.Var(&f.log.level, "log-level", a.say("flag.log-level"))
	a.complete(cmd, "listen", defaultListen, "[::1]:8080")
	a.complete(cmd, "log", f.log.format.allowed...)
	a.complete(cmd, "log-level", f.log.level.allowed...)
	return cmd
}

// serve answers over HTTP what the registers at some paths say, or those of a
// store, until it is told to stop.
func (a *app) serve(ctx context.Context, f *serveFlags, paths []string) error {
	local, err := onLoopback(f.listen)
	if err != nil {
		return err
	}
	if !local && f.store == "" && f.who.issuer == "" {
		return wrongUse("use.listen-open", f.listen)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // who cannot wait signals again
	options := api.Options{Now: a.env.Now, Log: a.logger(&f.log), Heavy: int(f.heavyJobs), Memory: max(1, int64(f.memory)) << 20}
	// Before the store is opened, which may change it.
	var config *tls.Config
	if f.cert != "" {
		pair, err := openCertificate(f.cert, f.key, options.Log)
		if err != nil {
			return err
		}
		config = pair.config()
	}
	if err := a.openServed(ctx, f, paths, &options); err != nil {
		return err
	}
	defer options.Store.Close()
	handler, err := api.New(options)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler, TLSConfig: config}
	if options.Authenticate == nil {
		server.Handler = forThisMachine(handler)
	}
	return a.listen(ctx, f, options.Log, server, local)
}

// openServed opens what is served and says who may ask for it.
func (a *app) openServed(ctx context.Context, f *serveFlags, paths []string, to *api.Options) error {
	if f.store == "" {
		registers, err := a.openFiles(to.Log, paths)
		if err != nil {
			return err
		}
		to.Store = registers
		return a.who(ctx, &f.who, nil, to)
	}
	kept, err := a.openStore(ctx, f.store)
	if err != nil {
		return err
	}
	to.Store = kept
	if err := a.who(ctx, &f.who, kept, to); err != nil {
		return errors.Join(err, kept.Close())
	}
	return nil
}

// listen serves at the address that was asked for.
func (a *app) listen(ctx context.Context, f *serveFlags, log *slog.Logger, server *http.Server, local bool) error {
	listener, err := net.Listen("tcp", f.listen)
	if err != nil {
		return wrongUse("use.listen", f.listen, cause(err))
	}
	scheme := "http://"
	if server.TLSConfig != nil {
		scheme = "https://"
	}
	// At once, not when the command ends: it tells where to look.
	a.tell(&f.log, log, slog.LevelInfo, "serve.listening", scheme+listener.Addr().String())
	if !local && server.TLSConfig == nil {
		a.tell(&f.log, log, slog.LevelWarn, "serve.no-tls")
	}
	server.ErrorLog = connectionErrors(log)
	a.notify(serviceReady)
	context.AfterFunc(ctx, func() { a.notify(serviceEnds) })
	return serveUntil(ctx, listener, server, log)
}

// openFiles reads the registers; problems are written as those of validate are.
func (a *app) openFiles(log *slog.Logger, paths []string) (*files.Store, error) {
	registers, err := files.Open(files.Options{
		Load: func(path string) *files.Loaded {
			l := a.load(path)
			return &files.Loaded{View: l.view, Problems: l.problems, Files: append(l.files, l.baseFiles...)}
		},
		Changed: func(id string, problems diag.Problems) {
			if problems.HasErrors() {
				log.Error("the register changed and is not well formed any more; it is served as it was", "register", id, "problems", len(problems))
				return
			}
			log.Info("the register changed and was read again", "register", id)
		},
	}, paths...)
	var faulty *files.ProblemsError
	var twice *files.TwiceError
	switch {
	case errors.As(err, &faulty):
		if _, now := a.open(faulty.Path); now != nil {
			return nil, now
		}
		return nil, err // it was mended meanwhile: whoever starts it again serves it
	case errors.As(err, &twice):
		return nil, wrongUse("use.register-twice", twice.One, twice.Other, twice.ID)
	}
	return registers, err
}

// onLoopback reports whether only this machine can reach an address.
func onLoopback(listen string) (bool, error) {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false, wrongUse("use.listen-form", listen)
	}
	return thisMachine(host), nil
}

// thisMachine reports whether a host is this machine and no other.
func thisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// forThisMachine refuses requests that name another host: a page of the web may let
// its own name lead to this machine, and read what nobody logs in for. It refuses,
// too, what a page of another site asks for by itself, as with an image: whether it
// loads would tell what there is. To follow a link from there is somebody's own wish.
func forThisMachine(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		if !thisMachine(strings.ToLower(strings.Trim(host, "[]"))) {
			http.Error(w, "There is no login here, so only this machine is answered: ask for 127.0.0.1 or localhost.", http.StatusMisdirectedRequest)
			return
		}
		if r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Dest") != "document" {
			http.Error(w, "There is no login here, so pages of other sites are not answered.", http.StatusForbidden)
			return
		}
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// serveUntil serves until the context ends, then lets requests finish.
func serveUntil(ctx context.Context, listener net.Listener, server *http.Server, log *slog.Logger) error {
	server.ReadHeaderTimeout, server.ReadTimeout = 5*time.Second, time.Minute
	server.WriteTimeout, server.IdleTimeout = 2*time.Minute, 2*time.Minute
	server.MaxHeaderBytes = 64 << 10
	ended := make(chan error, 1)
	go func() {
		if server.TLSConfig != nil {
			ended <- server.ServeTLS(listener, "", "")
			return
		}
		ended <- server.Serve(listener)
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		log.Warn("requests that took too long were cut off at the end")
		return server.Close()
	}
	return nil
}

// cause is the innermost reason of an error of the system.
func cause(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}
