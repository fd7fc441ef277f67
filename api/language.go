package api

import (
	"net/http"

	"golang.org/x/text/language"

	"github.com/openropa/ropa/api/internal/recent"
	"github.com/openropa/ropa/register/value"
)

// matcher finds the language of an answer among those that there are words in.
var matcher = language.NewMatcher([]language.Tag{language.English, language.Dutch, language.German, language.French})

var matched = []value.Language{"en", "nl", "de", "fr"}

// languageOf is the language that the caller reads best; English where it does
// not say.
func languageOf(r *http.Request) value.Language {
	accepts := first(r.Header, "Accept-Language")
	if accepts == "" || len(accepts) > 400 {
		return "en"
	}
	return spoken.GetOr(accepts, func() value.Language { return languageIn(accepts) })
}

// spoken are the languages that callers asked for last, by what they sent.
var spoken = recent.New[string, value.Language](1 << 10)

func languageIn(accepts string) value.Language {
	wanted, _, err := language.ParseAcceptLanguage(accepts)
	if err != nil {
		return "en"
	}
	_, i, sure := matcher.Match(wanted...)
	if sure == language.No {
		return "en"
	}
	return matched[i]
}
