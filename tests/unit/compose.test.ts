import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(path.join(root, name), "utf8");

/** The container listens where it is published, and shows no demonstration. */
const NOT_PASSED = new Set(["PORT", "HOST", "DEMONSTRATION"]);

test("the shipped containers are given every setting that README names", () => {
  const table = read("README.md")
    .split("\n")
    .filter((line) => /^\| `[A-Z][A-Z_]+`/.test(line));
  const named = table.flatMap((line) =>
    [...(line.split(" | ")[0] ?? "").matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  const passed = [...read("compose.yaml").matchAll(/^ {6}([A-Z_]+): \S/gm)].map(([, name]) => name);
  expect(named).toContain("OIDC_ISSUER");
  expect(named.filter((name) => name && !NOT_PASSED.has(name) && !passed.includes(name))).toEqual([]);
});

test("the proxy in front of the shipped application is believed: callers are told apart", () => {
  expect(read("compose.yaml")).toMatch(/^ {6}TRUSTED_PROXIES: \$\{TRUSTED_PROXIES:-1\}/m);
});
