package postgres

import (
	"context"
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/openropa/ropa/api/store/internal/tables"
)

// faultOf says what kind of error one of PostgreSQL is (its appendix A).
func faultOf(err error) tables.Fault {
	var told *pgconn.PgError
	var connecting *pgconn.ConnectError
	var network net.Error
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return tables.Other
	case errors.As(err, &told):
		return faultOfState(told.Code)
	case errors.As(err, &connecting), errors.As(err, &network), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed),
		pgconn.SafeToRetry(err):
		return tables.Away
	}
	return tables.Other
}

func faultOfState(state string) tables.Fault {
	switch state {
	case "40001", "40P01": // serialization failure, deadlock
		return tables.Again
	case "23505": // unique violation
		return tables.Twice
	case "57P01", "57P02", "57P03", "25006", "25P03", "55P03": // shut down, starting, read-only standby, idle too long, lock not to be had
		return tables.Away
	}
	if class := state[:min(2, len(state))]; class == "08" || class == "53" || class == "58" { // connection, resources, system
		return tables.Away
	}
	return tables.Other
}
