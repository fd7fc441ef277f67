package cli

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// chooseLanguage returns the language of the output: that of --language, else
// that of the locale, else English. It reads the arguments itself, because the
// help for a flag must be in a language before the flags are read.
func chooseLanguage(args []string, getenv func(string) string) (register.Language, error) {
	locale := localeLanguage(getenv)
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
		language, ok := spoken(tag)
		if !ok {
			return locale, wrongUse("use.language", tag).suggest(diag.Suggest(tag, []string{"en", "nl"}))
		}
		locale = language
	}
	return locale, nil
}

// localeLanguage follows POSIX: the first of these that is set decides.
func localeLanguage(getenv func(string) string) register.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if tag := getenv(name); tag != "" {
			if language, ok := spoken(tag); ok {
				return language
			}
			return "en"
		}
	}
	return "en"
}

// spoken returns the language of a tag such as nl, nl-BE or nl_NL.UTF-8, and
// whether there are words for it.
func spoken(tag string) (register.Language, bool) {
	primary, _, _ := strings.Cut(strings.ToLower(tag), ".")
	primary = strings.SplitN(strings.ReplaceAll(primary, "_", "-"), "-", 2)[0]
	return register.Language(primary), primary == "en" || primary == "nl"
}

// name returns a text for people in the language of the output, else in that
// of the register.
func (a *app) name(t register.Text, r *register.Register) string { return a.words().Text(t, r) }
