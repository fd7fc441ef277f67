// Package auth says who calls the server and what they may do: roles in registers,
// API tokens that a store keeps, and the tokens of an OpenID Connect issuer.
//
// A role holds in one register of a tenant, or in all of them (*). A reader reads
// the register, its history and its documents, the internal ones too. An editor
// reads and writes; an approver reads and approves; neither holds the other's
// right. An admin may do all of it and remove the register; an admin of all
// registers may make new ones. Nobody, whatever their role, approves what they
// made themselves.
package auth
