package postgres_test

import (
	"database/sql"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/openropa/ropa/api/store/storetest"
)

// Whoever changes a row of the history or of what it came to is found out.
func TestTampered(t *testing.T) {
	address := database(t)
	s := open(t, address)
	c, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	storetest.Tampered(t, s, func(statement string) error {
		_, err := c.Exec(t.Context(), strings.ReplaceAll(statement, "AS BLOB", "AS BYTEA"))
		return err
	})
}

// Sound histories are never accused, and no column can be changed unseen.
func TestHistories(t *testing.T) {
	address := database(t)
	s := open(t, address)
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	storetest.Histories(t, s, db, "$")
}
