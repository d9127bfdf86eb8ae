import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLockInstalled } from "@/lib/cli/install-packages.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "prorata-install-"));
  mkdirSync(path.join(root, "node_modules"));
  write("package-lock.json", { "": {}, "node_modules/a": { version: "1.0.0" } });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, packages: Record<string, { version?: string; optional?: boolean }>) {
  writeFileSync(path.join(root, name), JSON.stringify({ packages }));
}

test("nothing installed", async () => {
  expect(await isLockInstalled(root)).toBe(false);
});

test.for<[string, Record<string, { version?: string }>, boolean]>([
  ["the locked version", { "node_modules/a": { version: "1.0.0" } }, true],
  ["another version", { "node_modules/a": { version: "1.0.1" } }, false],
  ["a package missing", {}, false],
])("%s", async ([, installed, expected]) => {
  write("node_modules/.package-lock.json", installed);

  expect(await isLockInstalled(root)).toBe(expected);
});

test("a package of another platform may be missing", async () => {
  write("package-lock.json", { "": {}, "node_modules/other-platform": { version: "1.0.0", optional: true } });
  write("node_modules/.package-lock.json", {});

  expect(await isLockInstalled(root)).toBe(true);
});
