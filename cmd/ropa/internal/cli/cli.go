// Package cli is the command line of ropa: one file a command. Results go to
// the standard output, problems to the standard error.
package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

// app is one run of the command line.
type app struct {
	env Env
	// language is that of what the program says, documentLanguage that of the
	// documents that it makes.
	language, documentLanguage register.Language
	// rootFolder is the folder of --root, "" where it is not given.
	rootFolder folder
	// out holds the result until the command has ended, so that a result is
	// written whole or, where something is wrong, not at all.
	out bytes.Buffer
}

// Run runs the command line and returns its exit status: 0, 1 where the
// register has problems or findings, 2 for wrong use.
func Run(ctx context.Context, args []string, env Env) int {
	a := &app{env: env}
	a.language, a.documentLanguage = chooseLanguages(args, env.Getenv)
	err := a.execute(ctx, args)
	if writeErr := a.flush(); err == nil && writeErr != nil {
		err = writeErr
	}
	if isClosedPipe(err) {
		// Whoever reads has seen enough: ropa query … | head.
		return exitOK
	}
	var reported *reportedError
	if err != nil && !errors.As(err, &reported) {
		for line := range strings.Lines("ropa: " + a.message(err)) {
			fmt.Fprintln(env.Stderr, printable.Line(strings.TrimSuffix(line, "\n")))
		}
	}
	return statusOf(err)
}

func (a *app) execute(ctx context.Context, args []string) error {
	root := a.root()
	if args == nil {
		args = []string{} // for nil, cobra reads the arguments of the process
	}
	if err := a.checkLanguage(root, args); err != nil {
		return err
	}
	root.SetArgs(args)
	root.SetIn(a.env.Stdin)
	root.SetOut(&a.out)
	root.SetErr(a.env.Stderr)
	return root.ExecuteContext(ctx)
}

func (a *app) flush() error {
	if a.out.Len() == 0 {
		return nil
	}
	_, err := io.Copy(a.env.Stdout, &a.out)
	return err
}

func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// root builds the tree of commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "ropa",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noSuchCommand,
	}
	version := false
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		if version {
			return a.version("text")
		}
		return cmd.Help()
	}
	root.Flags().BoolVar(&version, "version", false, a.say("flag.version"))
	root.PersistentFlags().String("language", "", a.say("flag.language"))
	root.PersistentFlags().BoolP("help", "h", false, a.say("flag.help"))
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(a.help)
	root.SetUsageFunc(func(cmd *cobra.Command) error { a.help(cmd, nil); return nil })
	root.SetHelpCommand(a.helpCommand())
	a.completeLanguage(root)
	for _, command := range []*cobra.Command{
		a.initCommand(), a.validateCommand(), a.queryCommand(), a.showCommand(), a.lintCommand(), a.documentCommand(), a.serveCommand(), a.healthcheckCommand(), a.pushCommand(), a.pullCommand(), a.historyCommand(), a.backupCommand(), a.tokenCommand(), a.diagramCommand(), a.rulesCommand(), a.fmtCommand(),
		a.vocabularyCommand(), a.lawCommand(), a.schemaCommand(), a.completionCommand(), a.versionCommand(),
	} {
		root.AddCommand(command)
	}
	a.describe(root)
	return root
}

// describe gives every command its summary for people and for completion.
func (a *app) describe(cmd *cobra.Command) {
	cmd.Short = a.say("help." + cmd.Name())
	for _, child := range cmd.Commands() {
		a.describe(child)
	}
}
