import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processIdentity } from "@/lib/cli/process-identity.mjs";
import {
  readProcessRecord,
  releaseProcessRecord,
  takeProcessRecord,
  updateProcessRecord,
  withProcessRecord,
} from "@/lib/cli/process-record.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "prorata-record-"));
  file = path.join(folder, "start.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a free record is taken, and given back", () => {
  expect(takeProcessRecord(file)).toEqual({ taken: true, left: null });
  updateProcessRecord(file, { url: "http://localhost:3000" });
  expect(readProcessRecord(file)).toMatchObject({ pid: process.pid, url: "http://localhost:3000" });

  releaseProcessRecord(file);
  expect(readProcessRecord(file)).toBeNull();
});

test("the second of two learns who runs, and where", () => {
  takeProcessRecord(file);
  updateProcessRecord(file, { url: "http://localhost:3000" });

  expect(takeProcessRecord(file)).toMatchObject({
    taken: false,
    holder: { pid: process.pid, url: "http://localhost:3000" },
  });
});

test("the record of a killed process is taken over, with the children it left", () => {
  const children = [{ pid: 999_999_998, identity: "gone" }];
  const killed = { pid: 999_999_999, identity: "gone", children };
  writeFileSync(file, JSON.stringify(killed));

  expect(takeProcessRecord(file)).toEqual({ taken: true, left: killed });
});

test("another process under the same number does not count as the one recorded", () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, identity: "of an earlier boot" }));

  expect(takeProcessRecord(file).taken).toBe(true);
});

test("a record cut short does not block", () => {
  writeFileSync(file, '{"pid": 12');

  expect(takeProcessRecord(file)).toEqual({ taken: true, left: null });
});

test("work under one record never overlaps", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside--;
  };
  await Promise.all([withProcessRecord(file, work), withProcessRecord(file, work)]);

  expect(most).toBe(1);
});

test("a process has one identity, and an absent one none", () => {
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(999_999_999)).toBeNull();
});
