import { createHash, randomBytes } from "node:crypto";
import { zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { findKeptFile, insertKeptFile, purgeKeptFiles } from "@/lib/data/kept-files";
import { inTransaction } from "@/lib/data/pg";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";

const MEGABYTE = 1_000_000;

let operation: TestOperation;

beforeAll(async () => {
  operation = await createTestOperation(await createTestCollectivity());
});

async function keep(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest();
  await inTransaction((client) => insertKeptFile(client, operation.id, sha256, bytes));
  return sha256.toString("hex");
}

/** What no compression makes smaller, as the only file of an archive. */
const archiveOf = (size: number) => zipSync({ a: [randomBytes(size), { level: 0 }] });

// A file is read in pieces of 4 MB: around the ends of one and of several.
const SIZES = [0, 1, 4 * MEGABYTE - 1, 4 * MEGABYTE, 4 * MEGABYTE + 1, 8 * MEGABYTE, 9 * MEGABYTE];

test.for(SIZES)("a file of %i bytes comes back as it was received", async (size) => {
  const bytes = randomBytes(size);
  const kept = await findKeptFile(operation.id, await keep(bytes));
  expect(kept?.kind === "kept" && Buffer.compare(kept.bytes, bytes)).toBe(0);
});

test("an archive larger than a piece is kept as it is, whatever memory it was a part of", async () => {
  const archive = archiveOf(5 * MEGABYTE);
  const received = Buffer.concat([randomBytes(100), archive]).subarray(100);
  const kept = await findKeptFile(operation.id, await keep(received));
  expect(kept?.kind === "kept" && Buffer.compare(kept.bytes, archive)).toBe(0);
});

test("a purged file says since when, and comes back when it is sent again", async () => {
  const bytes = randomBytes(5 * MEGABYTE);
  const sha256 = await keep(bytes);
  await inTransaction((client) => purgeKeptFiles(client, operation.id, [sha256]));
  expect(await findKeptFile(operation.id, sha256)).toMatchObject({ kind: "purged" });
  await keep(bytes);
  const kept = await findKeptFile(operation.id, sha256);
  expect(kept?.kind === "kept" && Buffer.compare(kept.bytes, bytes)).toBe(0);
});
