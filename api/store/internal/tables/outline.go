package tables

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// outlinesAtOnce is how many outlines one statement asks for.
const outlinesAtOnce = 100

// Outlines returns registers with their names alone.
func (s *Store) Outlines(ctx context.Context, tenant string, ids []string) (map[string]*register.Register, error) {
	if !storable(tenant) {
		return nil, nil
	}
	all := make(map[string]*register.Register, len(ids))
	for some := range slices.Chunk(ids, outlinesAtOnce) {
		if err := s.outlines(ctx, tenant, slices.DeleteFunc(slices.Clone(some), func(id string) bool { return !storable(id) }), all); err != nil {
			return nil, s.told(err)
		}
	}
	return all, nil
}

func (s *Store) outlines(ctx context.Context, tenant string, ids []string, into map[string]*register.Register) error {
	args := []any{tenant, store.AtHead}
	for _, id := range ids {
		args = append(args, id)
	}
	// As many marks each time, so that the database knows the statement.
	for len(args) < outlinesAtOnce+2 {
		args = append(args, "")
	}
	rows, err := s.read.QueryContext(ctx, s.q(`SELECT register, body FROM entries WHERE tenant = ? AND kind = ? AND key = '' AND register IN (?`+strings.Repeat(`, ?`, outlinesAtOnce-1)+`)`), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var head []byte
		if err := rows.Scan(&id, &head); err != nil {
			return err
		}
		if into[id], err = outlineOf(head); err != nil {
			return fmt.Errorf("head of %s: %w", id, err)
		}
	}
	return rows.Err()
}

// outlineOf reads only what an outline is for: of thousands all fields would take
// many times as long.
func outlineOf(head []byte) (*register.Register, error) {
	var o struct {
		ID           string            `json:"id"`
		Name         register.Text     `json:"name"`
		Language     register.Language `json:"language"`
		Organisation *struct {
			Name register.Text `json:"name"`
		} `json:"organisation"`
	}
	if err := json.Unmarshal(head, &o); err != nil {
		return nil, err
	}
	r := &register.Register{ID: o.ID, Name: o.Name, Language: o.Language}
	if o.Organisation != nil {
		r.Organisation = &register.Organisation{Name: o.Organisation.Name}
	}
	return r, nil
}
