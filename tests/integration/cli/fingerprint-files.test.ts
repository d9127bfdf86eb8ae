import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprintFiles } from "@/lib/cli/fingerprint-files.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "prorata-fingerprint-"));
  mkdirSync(path.join(root, "app/deep"), { recursive: true });
  writeFileSync(path.join(root, "app/page.tsx"), "page");
  writeFileSync(path.join(root, "app/deep/form.tsx"), "form");
  writeFileSync(path.join(root, "package.json"), "{}");
});
afterEach(() => rmSync(root, { recursive: true }));

const fingerprint = () => fingerprintFiles(root, ["app", "package.json", "absent"]);

test("stays the same while nothing changes", async () => {
  expect(await fingerprint()).toBe(await fingerprint());
});

test.for<[string, () => void]>([
  ["a content", () => writeFileSync(path.join(root, "app/deep/form.tsx"), "from")],
  ["a name", () => renameSync(path.join(root, "app/page.tsx"), path.join(root, "app/pages.tsx"))],
  ["a new file", () => writeFileSync(path.join(root, "app/new.tsx"), "")],
  ["a removed file", () => rmSync(path.join(root, "app/page.tsx"))],
])("changes with %s", async ([, change]) => {
  const before = await fingerprint();
  change();

  expect(await fingerprint()).not.toBe(before);
});

test("does not depend on what is not asked for", async () => {
  const before = await fingerprint();
  writeFileSync(path.join(root, "README.md"), "text");

  expect(await fingerprint()).toBe(before);
});
