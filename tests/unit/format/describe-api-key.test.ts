import { expect, test } from "vitest";
import { describeApiKey } from "@/lib/format/describe-api-key";

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse("2026-11-22T12:00:00Z");

const KEY = {
  name: "Relève",
  start: "prorata_1a2b3c",
  scope: "measures",
  operations: null,
  createdAt: new Date(NOW_MS - 20 * DAY_MS),
  expiresAt: null,
  lastUsedAt: null,
  isReplaced: false,
} as const;

const inDays = (days: number) => new Date(NOW_MS + days * DAY_MS);

test.for([
  ["without an end", {}, "sans fin"],
  ["in its life", { createdAt: inDays(-60), expiresAt: inDays(30) }, "en service"],
  ["in its last thirty days", { createdAt: inDays(-60.1), expiresAt: inDays(29.9) }, "finit bientôt"],
  ["made for a month, in its life", { createdAt: inDays(-16), expiresAt: inDays(14) }, "en service"],
  ["made for a month, in its last fortnight", { createdAt: inDays(-16.1), expiresAt: inDays(13.9) }, "finit bientôt"],
  ["that another took over from", { expiresAt: inDays(7), isReplaced: true }, "remplacée"],
  ["at its end", { expiresAt: inDays(0) }, "finie"],
  ["replaced and at its end", { expiresAt: inDays(-1), isReplaced: true }, "finie"],
] as const)("a key %s", ([, given, text]) => {
  expect(describeApiKey({ ...KEY, ...given }, NOW_MS).state.text).toBe(text);
});

test.for([
  [null, "toutes"],
  [["Toits", "Écoles"], "Toits, Écoles"],
  [[], "aucune"],
] as const)("limited to %j", ([operations, text]) => {
  expect(describeApiKey({ ...KEY, operations }, NOW_MS)).toMatchObject({ operations: text, scope: "mesures" });
});

test("whose other operations are another collectivity's names none of them", () => {
  const operations = ["Toits"];
  expect(describeApiKey({ ...KEY, operations, isElsewhereToo: true }, NOW_MS).operations).toBe(
    "Toits, et d’autres ailleurs",
  );
});
