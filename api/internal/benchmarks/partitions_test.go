package benchmarks

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/openropa/ropa/api/store"
)

const (
	// partitionedInto is how many partitions a table gets.
	partitionedInto = 16
	// partitionedRegisters of partitionedActivities are in the database.
	partitionedRegisters, partitionedActivities = 2000, 20
)

// layout is a database with its tables as they are made, or partitioned.
type layout struct {
	name                     string
	store                    store.Store
	address                  string
	made                     time.Duration
	changed, read, listed    []time.Duration
	size, largest, vacuuming string
}

// partitions compares tables in partitions by register with tables as they are.
func partitions(d *databases) error {
	if d.missing != nil {
		return nil
	}
	var all []*layout
	for _, partitioned := range []bool{false, true} {
		p, err := d.postgres("")
		if err != nil {
			return err
		}
		s, err := p.another()
		if err != nil {
			return err
		}
		defer s.Close()
		l := &layout{name: "as they are", store: s, address: p.address}
		if partitioned {
			l.name = fmt.Sprintf("%d partitions", partitionedInto)
			if err := partition(p.address); err != nil {
				return err
			}
		}
		if err := l.fill(); err != nil {
			return err
		}
		all = append(all, l)
	}
	// In turns, so that what else the machine does concerns both.
	for range 300 {
		for _, l := range all {
			if err := l.turn(rand.N(partitionedRegisters)); err != nil {
				return err
			}
		}
	}
	t := newTable("Tables")
	for _, l := range all {
		if err := l.measure(); err != nil {
			return err
		}
		t.rows[0] = append(t.rows[0], l.name)
	}
	line := func(what string, of func(*layout) any) {
		cells := []any{what}
		for _, l := range all {
			cells = append(cells, of(l))
		}
		t.row(cells...)
	}
	line(fmt.Sprintf("%s registers of %d activities made, four at a time", thousands(partitionedRegisters), partitionedActivities), func(l *layout) any { return l.made })
	line("one entry changed, in the store alone", func(l *layout) any { return told(l.changed) })
	line("a register read whole", func(l *layout) any { return told(l.read) })
	line("revisions listed", func(l *layout) any { return told(l.listed) })
	line("tables and indexes", func(l *layout) any { return l.size })
	line("the largest of them", func(l *layout) any { return l.largest })
	line("VACUUM of the largest", func(l *layout) any { return l.vacuuming })
	t.print("### Partitions")
	return nil
}

// partition makes the tables that grow anew, in partitions by tenant and register.
func partition(address string) error {
	ctx := context.Background()
	c, err := connect(ctx, address)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	for _, table := range []string{"entries", "revisions", "changes", "copies"} {
		if _, err := c.Exec(ctx, fmt.Sprintf(`ALTER TABLE %[1]s RENAME TO %[1]s_whole;
			CREATE TABLE %[1]s (LIKE %[1]s_whole INCLUDING ALL) PARTITION BY HASH (tenant, register);
			DROP TABLE %[1]s_whole`, table)); err != nil {
			return err
		}
		for i := range partitionedInto {
			if _, err := c.Exec(ctx, fmt.Sprintf(`CREATE TABLE %[1]s_%[2]d PARTITION OF %[1]s FOR VALUES WITH (MODULUS %[3]d, REMAINDER %[2]d)`, table, i, partitionedInto)); err != nil {
				return err
			}
		}
	}
	return nil
}

// connect connects to a database beside the store.
func connect(ctx context.Context, address string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	delete(config.RuntimeParams, "pool_max_conns")
	return pgx.ConnectConfig(ctx, config)
}

// fill makes the registers.
func (l *layout) fill() (err error) {
	l.made, err = timed(func() error { return fill(l.store, partitionedRegisters, partitionedActivities) })
	return err
}

// turn changes one entry of a register, reads the register and lists its revisions.
func (l *layout) turn(i int) error {
	ctx := context.Background()
	var held *store.Copy
	for _, step := range []struct {
		into *[]time.Duration
		do   func() error
	}{
		{&l.read, func() (err error) { held, err = l.store.Read(ctx, keyOf(i), store.Version{}); return err }},
		{&l.changed, func() error { return change(l.store, held) }},
		{&l.listed, func() error {
			_, _, err := l.store.Revisions(ctx, keyOf(i), store.RevisionQuery{Most: 10})
			return err
		}},
	} {
		took, err := timed(step.do)
		if err != nil {
			return err
		}
		*step.into = append(*step.into, took)
	}
	return nil
}

// measure looks at how large the tables are.
func (l *layout) measure() error {
	ctx := context.Background()
	c, err := connect(ctx, l.address)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	if err := c.QueryRow(ctx, `SELECT pg_size_pretty(SUM(pg_total_relation_size(oid))) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`).Scan(&l.size); err != nil {
		return err
	}
	var name string
	if err := c.QueryRow(ctx, `SELECT oid::regclass::text, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class
		WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY pg_total_relation_size(oid) DESC LIMIT 1`).Scan(&name, &l.largest); err != nil {
		return err
	}
	took, err := timed(func() error { _, err := c.Exec(ctx, "VACUUM "+name); return err })
	l.vacuuming = lasting(took)
	return err
}
