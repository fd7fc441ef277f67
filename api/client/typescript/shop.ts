// A question, a create, a patch and a conflict, with types made of the contract:
//
//   npx openapi-typescript http://127.0.0.1:8080/openapi.json -o contract.d.ts
//
// ROPA_SERVER is the address of the server, ROPA_TOKEN the token where one is asked
// for.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

const token = process.env["ROPA_TOKEN"];
const ropa = createClient<paths>({
  baseUrl: process.env["ROPA_SERVER"] ?? "http://127.0.0.1:8080",
  headers: token ? { Authorization: `Bearer ${token}` } : {},
  // Lists stand in one parameter, separated by commas.
  querySerializer: { array: { style: "form", explode: false } },
});

const webgems = { register: "webgems" };

// Which processors receive bank account numbers?
const asked = await ropa.GET("/v1/registers/{register}/processors", {
  params: { path: webgems, query: { receives: ["bank-account", "payment-card"], "as-of": "2026-11-22" } },
});
if (!asked.data) throw new Error(problem(asked.error));
for (const answer of asked.data.answers) {
  console.log(answer.id, answer.roles.join(), answer.stated ? "stated" : "assumed");
}

// A party more. The key lets it be sent again without being made twice.
const courier: components["schemas"]["Party"] = { id: "courier", name: { en: "Courier" }, kind: "organisation" };
const created = await ropa.POST("/v1/registers/{register}/entities/parties", {
  params: { path: webgems, header: { "Idempotency-Key": "courier-1" } },
  body: courier,
});
if (!created.data) throw new Error(problem(created.error));
const read = created.response.headers.get("ETag") ?? "";
console.log("created", created.data.id, created.response.status);

// A change names the version that was read.
const params = { path: { ...webgems, id: "courier" }, header: { "If-Match": read } };
const changed = await ropa.PUT("/v1/registers/{register}/entities/parties/{id}", { params, body: { ...courier, country: "NL" } });
if (!changed.data) throw new Error(problem(changed.error));
console.log("changed", changed.data.country);

// Single fields are changed by a merge patch, which has a media type of its own.
const patched = await ropa.PATCH("/v1/registers/{register}/entities/parties/{id}", {
  params: { ...params, header: { "If-Match": changed.response.headers.get("ETag") ?? "" } },
  headers: { "Content-Type": "application/merge-patch+json" },
  body: { country: null, description: { en: "By bicycle" } },
});
if (!patched.data) throw new Error(problem(patched.error));
console.log("patched", patched.data.country ?? "no country", patched.data.id);

// The same again: that version is not there any more.
const late = await ropa.PUT("/v1/registers/{register}/entities/parties/{id}", { params, body: { ...courier, country: "BE" } });
console.log("conflict", late.response.status, late.error?.code);

// What is wrong is told with codes.
const wrong = await ropa.POST("/v1/registers/{register}/entities/activities", {
  params: { path: webgems },
  body: { id: "gifts", purposes: [{ purpose: "paymnt" }] },
});
for (const fault of wrong.error?.errors ?? []) console.log(fault.code, fault.at, fault.suggestions?.join());

function problem(p: components["schemas"]["Problem"]): string {
  return `${p.status} ${p.code}: ${p.detail ?? p.title}`;
}
