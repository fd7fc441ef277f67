package register

import (
	"fmt"
	"strconv"
)

// An address names an entry or a field of a register by ids, stable when other
// entries come and go: activities/payments/disclosures/mollie. Its segments,
// between slashes, are by turns the name of a field and, where the field is a
// list, the name of the entry in it:
//
//   - the id of the entry, else what it refers to (the category of a data use,
//     the recipient of a disclosure), where that is an identifier;
//   - else its position, counted from 1;
//   - for a second entry of the same name in one list, the name with ~2.

// entry is an element of a list that may have a name of its own.
type entry[T any] interface {
	*T
	Key() string
}

// Names returns the names of the entries of a list in addresses. Call it with
// the type of the elements: Names(activity.Disclosures).
func Names[T any, P entry[T]](list []T) []string {
	names := make([]string, len(list))
	var n namer
	for i := range list {
		names[i] = n.name(P(&list[i]).Key(), i)
	}
	return names
}

// NameAt returns the name of one entry of a list in addresses, as Names does.
func NameAt[T any, P entry[T]](list []T, at int) string {
	keyOf := func(i int) string {
		if key := P(&list[i]).Key(); isID(key) {
			return key
		}
		return strconv.Itoa(i + 1)
	}
	key, count := keyOf(at), 1
	number := key[0] <= '9' // a position may be written the same
	for i := range at {
		if P(&list[i]).Key() == key || number && keyOf(i) == key {
			count++
		}
	}
	if count > 1 {
		return fmt.Sprintf("%s~%d", key, count)
	}
	return key
}

// namer gives names to the entries of one list in their order.
type namer struct {
	// few holds the first keys, the only ones of nearly all lists; many is how
	// often each key was seen, from the next one on.
	few  [8]string
	many map[string]int
	made int
}

func (n *namer) name(key string, position int) string {
	if !isID(key) {
		key = strconv.Itoa(position + 1)
	}
	if count := n.count(key); count > 1 {
		return fmt.Sprintf("%s~%d", key, count)
	}
	return key
}

// count adds a key and returns how often it has been seen.
func (n *namer) count(key string) int {
	n.made++
	switch {
	case n.made <= len(n.few):
		n.few[n.made-1] = key
		return occurrences(n.few[:n.made], key)
	case n.many == nil:
		n.many = make(map[string]int, 2*len(n.few))
		for _, early := range n.few {
			n.many[early]++
		}
	}
	n.many[key]++
	return n.many[key]
}

func occurrences(keys []string, key string) int {
	count := 0
	for _, k := range keys {
		if k == key {
			count++
		}
	}
	return count
}

// isID reports whether s is an identifier: kebab-case, at most 100 letters.
func isID(s string) bool {
	if s == "" || len(s) > 100 {
		return false
	}
	hyphen := true
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// join makes an address of its segments.
func join(at, segment string) string {
	if at == "" {
		return segment
	}
	return at + "/" + segment
}
