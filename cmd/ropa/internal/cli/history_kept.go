package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
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

func notKept(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{store.ErrTampered}, args...)...)
}

// leadsOn tells where a history is not one that goes on from what was kept of it:
// it was cut off, or written anew.
func leadsOn(ctx context.Context, s store.Store, before *verified) error {
	key := before.key()
	removals, err := s.Removals(ctx, key)
	if err != nil {
		return err
	}
	for _, r := range removals {
		switch {
		case r.Revision > before.Revision:
			return nil // what was kept is of a history that was removed since
		case r.Revision == before.Revision && r.Hash == before.Hash:
			return nil // it was removed then
		case r.Revision == before.Revision:
			if r.Last != before.Hash || r.Approvals < before.Approvals || r.Approvals == before.Approvals && r.Approvals > 0 && r.Approval != before.Approval {
				return notKept("what was removed at revision %d is not what was kept", r.Revision)
			}
			return nil
		}
	}
	r, err := s.Revision(ctx, key, before.Revision)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return notKept("revision %d, which was kept, is gone", before.Revision)
	case err != nil:
		return err
	case r.Hash != before.Hash:
		return notKept("revision %d is not what was kept", before.Revision)
	}
	return approvalsLeadOn(ctx, s, before)
}

// approvalsLeadOn does so with approvals.
func approvalsLeadOn(ctx context.Context, s store.Store, before *verified) error {
	all, err := s.Approvals(ctx, before.key())
	if err != nil {
		return err
	}
	uncounted := store.Approval{} // approved before approvals were counted
	for _, a := range all {
		if a.Number == before.Approvals && a.Number > 0 {
			if a.Hash != before.Approval || a.Revision != before.Approved {
				return notKept("approval %d is not what was kept", a.Number)
			}
			return nil
		}
		if a.Number == 0 {
			uncounted = a
		}
	}
	if before.Approvals > 0 {
		return notKept("approval %d, which was kept, is gone", before.Approvals)
	}
	if uncounted.Revision != before.Approved || uncounted.Hash != before.Approval {
		return notKept("what was approved before approvals were counted is not what was kept")
	}
	return nil
}
