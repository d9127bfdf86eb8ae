import fc from "fast-check";
import { expect, test } from "vitest";
import { readArchive } from "@/lib/formats/archive/read-archive";
import { type StreamedFile, streamArchive } from "@/lib/formats/archive/stream-archive";

const LIMITS = { maxEntries: 1_000, maxEntryBytes: 50_000_000, maxUnpackedBytes: 500_000_000 };
const NOON = Date.parse("2026-06-21T10:00:00Z");

async function collect(files: readonly StreamedFile[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamArchive(files, NOON)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

async function* pieces(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

test("what is streamed is read back, in one piece or in many, packed or not", async () => {
  const content = fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 4 });
  const file = fc.record({ chunks: content, isPacked: fc.boolean(), isWhole: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 5 }), async (files) => {
      const zip = await collect(
        files.map(({ chunks, isPacked, isWhole }, index) => ({
          path: `élèves/${index}.csv`,
          content: isWhole ? new Uint8Array(Buffer.concat(chunks)) : pieces(chunks),
          isPacked,
        })),
      );
      const items = [...readArchive(zip, LIMITS)];
      expect(items.map(({ path }) => path)).toEqual(files.map((_, index) => `élèves/${index}.csv`));
      for (const [index, item] of items.entries()) {
        const expected = Buffer.concat(files[index]?.chunks ?? []);
        expect(item.kind === "file" && Buffer.compare(item.bytes, expected)).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
});

test("it shows Paris time, and refuses two files of one name", async () => {
  const bytes = new Uint8Array([1]);
  const zip = await collect([{ path: "a", content: bytes }]);
  const time = new DataView(zip.buffer).getUint16(10, true);
  expect([time >> 11, (time >> 5) & 63]).toEqual([12, 0]);
  await expect(
    collect([
      { path: "a", content: bytes },
      { path: "a", content: bytes },
    ]),
  ).rejects.toThrow("two files");
});
