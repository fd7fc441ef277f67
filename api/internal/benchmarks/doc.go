// Package benchmarks measures the server over loopback: requests per second beside
// a bare handler that writes the same bytes, and how long writes take. It holds
// tests only; the test binary prints the tables of docs/benchmarks.md when it is
// run with -report.
package benchmarks
