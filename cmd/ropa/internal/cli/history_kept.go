package cli

import (
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/store"
)

// mostKept is the largest file of kept hashes that is read, in bytes.
const mostKept = 256 << 20

// keptHashes are what verify told of registers before, but of those that were wrong
// then.
type keptHashes map[store.Key]*verified

// readKept reads what history verify told before, in JSON; nothing where no file is
// named.
func readKept(name file) (keptHashes, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(string(name))
	if err != nil {
		return nil, cannotRead(name, err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, mostKept+1))
	var all []verified
	if err != nil || len(raw) > mostKept || json.Unmarshal(raw, &all) != nil {
		return nil, wrongUse("use.kept", string(name))
	}
	kept := make(keptHashes)
	for i := range all {
		if all[i].Problem == "" {
			kept[all[i].key()] = &all[i]
		}
	}
	return kept, nil
}

// with are registers, and those that are not there any more though something was
// kept of them: of one tenant, where one is named.
func (k keptHashes) with(keys []store.Key, named bool, tenant string) []store.Key {
	all := make(map[store.Key]bool)
	for _, key := range keys {
		all[key] = true
	}
	for key := range k {
		if !named || key.Tenant == tenant {
			all[key] = true
		}
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b store.Key) int {
		return cmp.Or(strings.Compare(a.Tenant, b.Tenant), strings.Compare(a.Register, b.Register))
	})
}
