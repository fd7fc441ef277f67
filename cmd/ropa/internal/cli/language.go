package cli

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
	"github.com/spf13/cobra"
)

// spoken are the languages of the program itself. Documents can be had in all
// that there are words in.
var spoken = []register.Language{"en", "nl"}

// documentCommands make what others read: they take every language of documents.
var documentCommands = []string{"document", "diagram"}

// chooseLanguages returns the language of the program and that of documents: that
// of --language, else that of the locale, else English. Where --language names one
// that the program has no words in, the locale decides for the program. It reads
// the arguments itself, because the help for a flag must be in a language before
// the flags are read.
func chooseLanguages(args []string, getenv func(string) string) (program, documents register.Language) {
	program = localeLanguage(getenv)
	documents = program
	for i, arg := range args {
		name, tag, found := strings.Cut(arg, "=")
		if name == "--" {
			break
		}
		if name != "--language" {
			continue
		}
		if !found && i+1 < len(args) {
			tag = args[i+1]
		}
		if tag == "" {
			continue // cobra tells that the value is missing
		}
		documents = primary(tag)
		if slices.Contains(spoken, documents) {
			program = documents
		}
	}
	return program, documents
}

// localeLanguage follows POSIX: the first of these that is set decides.
func localeLanguage(getenv func(string) string) register.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if tag := getenv(name); tag != "" {
			if language := primary(tag); slices.Contains(spoken, language) {
				return language
			}
			return "en"
		}
	}
	return "en"
}

// primary returns the language of a tag such as nl, nl-BE or nl_NL.UTF-8.
func primary(tag string) register.Language {
	tag, _, _ = strings.Cut(strings.ToLower(tag), ".")
	return register.Language(strings.SplitN(strings.ReplaceAll(tag, "_", "-"), "-", 2)[0])
}

// languagesOf are the languages that a command takes.
func languagesOf(cmd *cobra.Command) []string {
	languages := spoken
	if slices.Contains(documentCommands, cmd.Name()) {
		languages = words.Languages()
	}
	names := make([]string, len(languages))
	for i, language := range languages {
		names[i] = string(language)
	}
	return names
}

// checkLanguage returns wrong use where the command that the arguments name does
// not take the language that they ask for.
func (a *app) checkLanguage(root *cobra.Command, args []string) error {
	if a.documentLanguage == a.language || len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		return nil
	}
	cmd, _, err := root.Find(args)
	if err != nil {
		return nil // told when it is run
	}
	return oneOf("use.language", string(a.documentLanguage), languagesOf(cmd)...)
}

// completeLanguage completes --language with what the command takes.
func (a *app) completeLanguage(root *cobra.Command) {
	_ = root.RegisterFlagCompletionFunc("language", func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return languagesOf(cmd), cobra.ShellCompDirectiveNoFileComp
	})
}

// name returns a text for people in the language of the output, else in that
// of the register.
func (a *app) name(t register.Text, r *register.Register) string { return a.words().Text(t, r) }
