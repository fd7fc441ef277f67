package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestParse reads files and writes them again: comments and empty lines stay.
func TestParse(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"comments": {in: `# yaml-language-server: x

# file comment
schema: ropa/v1   # line

# about id
id: "05"
# activities here
activities: # on key
# left of it
- id: payments # F10
  # about name
  name: {nl: 'a', en: b} # after flow
  data:
  - category: [a, b]   # F11
    # F12
    retention: x

  # before second
  - category: c # last
  # trailing in data

  note: |- # lit
    a
    # not a comment
  open: "a # b
    # c" # after quotes
  see: >
    folded # no
    text
  # end of payments

# b comment
- id: b
  subjects:
  # s
  - customer # c
  - x
    # foot s
  # foot b
# foot of activities

# head parties
parties:
- id: a#b
  k: {  # open
   a: 1, # one
   # two
   b: 2 } # closed
- # empty dash

  # next
  id: q
# the end
`, want: `# yaml-language-server: x

# file comment
schema: ropa/v1 # line

# about id
id: "05"
# activities here
activities: # on key
  # left of it
  - id: payments # F10
    # about name
    name: {nl: a, en: b} # after flow
    data:
      - category: [a, b] # F11
        # F12
        retention: x

      # before second
      - category: c # last
    # trailing in data

    note: |- # lit
      a
      # not a comment
    open: "a # b # c" # after quotes
    see: |
      folded # no text
    # end of payments

  # b comment
  - id: b
    subjects:
      # s
      - customer # c
      - x
      # foot s
      # foot b
# foot of activities

# head parties
parties:
  - id: a#b
    k: # open # closed
      a: 1 # one
      # two
      b: 2
  # empty dash
  # next
  - id: q
# the end
`},
		"breaks": {
			in:   "\ufeffa: \"b\u2028c\" # one\r\n# two\r\nb: \"x\u0085 y # no\" # three\r\n\r\n# four\rc: d\r\n",
			want: "a: \"b\\u2028c\" # one\n# two\nb: \"x y # no\" # three\n\n# four\nc: d\n",
		},
		"dashes":   {in: "- - a # 1\n  - b\n-\n  # 2\n  c: d\n- 'it''s # no' # 3\n", want: "-\n  - a # 1\n  - b\n# 2\n- c: d\n- \"it's # no\" # 3\n"},
		"literals": {in: "a: >2-\n   b\n  c # no\n# 1\nd: |+ # 2\n  e\n\n# 3\nf: |\n# 4\n", want: "a: \" b\\nc # no\"\n# 1\nd: \"e\\n\\n\" # 2\n\n# 3\nf: \"\"\n# 4\n"},
		"markers":  {in: "--- # 1\na: b\n... # 2\n", want: "# 1\na: b # 2\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := rewrite(t, c.in)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("rewritten (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(got, rewrite(t, got)); diff != "" {
				t.Errorf("written a second time (-first +second):\n%s", diff)
			}
		})
	}
}

func rewrite(t *testing.T, in string) string {
	t.Helper()
	page, err := Parse([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	return string(Append(nil, page))
}
