package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"time"

	"github.com/openropa/ropa/api/client/internal/calls"
	"github.com/openropa/ropa/register"
)

// Register is a register at a server: what calls are about. It is a value; its
// methods that return a Register choose another version, or another reason.
type Register struct {
	client  *Client
	id      string
	moment  moment
	because string
}

// moment is the version of a register that reads are about; the newest where
// nothing is set.
type moment struct {
	revision *int
	at       *time.Time
	approved *bool
}

// Register returns the register of an identifier. The server is not asked yet.
func (c *Client) Register(id string) Register { return Register{client: c, id: id} }

// ID is the identifier of the register.
func (r Register) ID() string { return r.id }

// AtRevision returns the register as it was at a revision, for reads.
func (r Register) AtRevision(number int) Register {
	r.moment = moment{revision: &number}
	return r
}

// AtTime returns the register as it was at a time, for reads.
func (r Register) AtTime(at time.Time) Register {
	r.moment = moment{at: &at}
	return r
}

// Approved returns the register as it was last approved, for reads.
func (r Register) Approved() Register {
	yes := true
	r.moment = moment{approved: &yes}
	return r
}

// Because returns the register with the reason for the writes that follow, which is
// kept with their revisions.
func (r Register) Because(reason string) Register {
	r.because = reason
	return r
}

func (r Register) reason() *string { return given(r.because) }

// Summary is a register in a list.
type Summary struct {
	ID           string    `json:"id"`
	Name         string    `json:"name"`
	Organisation string    `json:"organisation"`
	Revision     int       `json:"revision"` // 0 where the store keeps none
	Changed      time.Time `json:"changed"`
}

// Registers returns the registers that the caller may read, by identifier.
func (c *Client) Registers(ctx context.Context) iter.Seq2[Summary, error] {
	return pages[Summary](func(cursor *string, limit int) (*http.Response, error) {
		return c.calls.ListRegisters(ctx, &calls.ListRegistersParams{Cursor: cursor, Limit: &limit})
	})
}

// Create creates a register, which must have an identifier. It is sent with an
// Idempotency-Key. One of this identifier is a *Problem (409).
func (c *Client) Create(ctx context.Context, whole *register.Register, reason string) (Version, error) {
	raw, err := register.Save(whole, register.CanonicalJSON)
	if err != nil {
		return Version{}, err
	}
	answer, err := c.calls.CreateRegisterWithBody(ctx, &calls.CreateRegisterParams{IdempotencyKey: newKey(), ChangeReason: given(reason)}, asJSON, bytes.NewReader(raw))
	return decoded(answer, err, nil)
}

// Read returns the register, without what it inherits, and its version.
func (r Register) Read(ctx context.Context) (*register.Register, Version, error) {
	answer, err := r.client.calls.ReadRegister(ctx, r.id, &calls.ReadRegisterParams{Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved})
	if err != nil {
		return nil, Version{}, err
	}
	raw, err := body(answer)
	if err != nil {
		return nil, Version{}, err
	}
	whole, _, problems := register.Parse(r.id+".json", raw, register.Canonical())
	if problems.HasErrors() || whole == nil {
		return nil, Version{}, problems.Err()
	}
	return whole, versionOf(answer), nil
}

// Replace puts a register in the place of the version with this tag. The error is
// ErrConflict where somebody else was first.
func (r Register) Replace(ctx context.Context, whole *register.Register, tag string) (Version, error) {
	raw, err := register.Save(whole, register.CanonicalJSON)
	if err != nil {
		return Version{}, err
	}
	answer, err := r.client.calls.ReplaceRegisterWithBody(ctx, r.id, &calls.ReplaceRegisterParams{IfMatch: given(tag), ChangeReason: r.reason()}, asJSON, bytes.NewReader(raw))
	return decoded(answer, err, nil)
}

// Patch changes fields of the version with this tag (RFC 7396): its name, the
// organisation, what is true of all activities.
func (r Register) Patch(ctx context.Context, patch map[string]any, tag string) (Version, error) {
	raw, err := json.Marshal(patch)
	if err != nil {
		return Version{}, err
	}
	answer, err := r.client.calls.PatchRegisterWithBody(ctx, r.id, &calls.PatchRegisterParams{IfMatch: given(tag), ChangeReason: r.reason()}, asPatch, bytes.NewReader(raw))
	return decoded(answer, err, nil)
}

// Delete removes the version with this tag, with its history. Where other registers
// extend it, that is a *Problem (409).
func (r Register) Delete(ctx context.Context, tag string) error {
	answer, err := r.client.calls.DeleteRegister(ctx, r.id, &calls.DeleteRegisterParams{IfMatch: given(tag), ChangeReason: r.reason()})
	_, err = decoded(answer, err, nil)
	return err
}

// Export writes the register as a file: as YAML as people write it, or as canonical
// JSON.
func (r Register) Export(ctx context.Context, yaml bool, to io.Writer) (Version, error) {
	format := calls.ExportRegisterParamsFormat("json")
	if yaml {
		format = "yaml"
	}
	answer, err := r.client.calls.ExportRegister(ctx, r.id, &calls.ExportRegisterParams{Format: &format, Revision: r.moment.revision, At: r.moment.at, Approved: r.moment.approved})
	return copied(answer, err, to)
}

// copied writes an answer as it comes.
func copied(answer *http.Response, err error, to io.Writer) (Version, error) {
	if err != nil {
		return Version{}, err
	}
	defer answer.Body.Close()
	_, err = io.Copy(to, answer.Body)
	return versionOf(answer), err
}

// Import is what an import changed, or would change.
type Import struct {
	// Version is that of the register afterwards; of a trial, that which is there,
	// with the tag NoneYet where there is none.
	Version Version `json:"-"`
	Changes []struct {
		// At is the address of the entry, or "register" for the register's own fields.
		At string `json:"at"`
		// Action is create, replace or delete.
		Action string `json:"action"`
	} `json:"changes"`
	// Problems are what keeps a register that is tried from being well formed.
	Problems []Fault `json:"problems"`
	// More is how many problems there are besides; 0 for none.
	More int `json:"more"`
}

// Try tells what an import of a file would change, and what is wrong with it. Yaml
// says that it is YAML and not JSON; either form is taken.
func (r Register) Try(ctx context.Context, file []byte, yaml bool) (*Import, error) {
	yes := true
	result, err := r.imported(ctx, file, yaml, &calls.ImportRegisterParams{DryRun: &yes})
	if err == nil && result.Version.Revision == 0 {
		result.Version.Tag = NoneYet
	}
	return result, err
}

// Import puts a register in the place of the version with this tag; with NoneYet it
// is made. The errors are ErrConflict where somebody else was first, and ErrInvalid.
func (r Register) Import(ctx context.Context, file []byte, yaml bool, tag string) (*Import, error) {
	match, noneMatch := conditions(tag)
	return r.imported(ctx, file, yaml, &calls.ImportRegisterParams{IfMatch: match, IfNoneMatch: noneMatch, ChangeReason: r.reason()})
}

func (r Register) imported(ctx context.Context, file []byte, yaml bool, p *calls.ImportRegisterParams) (*Import, error) {
	if len(file) == 0 {
		return nil, errors.New("the file is empty")
	}
	media := asJSON
	if yaml {
		media = asYAML
	}
	result := &Import{}
	answer, err := r.client.calls.ImportRegisterWithBody(ctx, r.id, p, media, bytes.NewReader(file))
	if result.Version, err = decoded(answer, err, result); err != nil {
		return nil, err
	}
	return result, nil
}
