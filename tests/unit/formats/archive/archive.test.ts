import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { decodeZipName } from "@/lib/formats/archive/decode-zip-name";
import { type ArchiveItem, readArchive } from "@/lib/formats/archive/read-archive";
import { writeArchive } from "@/lib/formats/archive/write-archive";

const LIMITS = { maxEntries: 1_000, maxEntryBytes: 50_000_000, maxUnpackedBytes: 500_000_000 };
const NOON = Date.parse("2026-06-21T10:00:00Z");
const encode = (text: string) => new TextEncoder().encode(text);

function summary(items: Iterable<ArchiveItem>): readonly string[] {
  return Array.from(items, (item) =>
    item.kind === "file" ? `${item.name}=${new TextDecoder().decode(item.bytes)}` : item.problem.code,
  );
}

/** Writes a little-endian number into a copy, at an offset from a signature. */
function patch(zip: Uint8Array, signature: number, offset: number, bytes: 2 | 4, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue;
    if (bytes === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return copy;
}

const ENTRY = 0x02014b50;
const END = 0x06054b50;

test("what is written is read back", () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc.nat({ max: 300_000 }).map((length) => new Uint8Array(length)),
  );
  fc.assert(
    fc.property(fc.array(content, { maxLength: 6 }), (contents) => {
      const files = contents.map((bytes, index) => ({ path: `dossier/${index}.csv`, bytes }));
      const items = [...readArchive(writeArchive(files, NOON), LIMITS)];
      expect(items.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
      for (const [index, item] of items.entries()) {
        expect(item.kind === "file" && Buffer.compare(item.bytes, contents[index] as Uint8Array)).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
});

test("a written archive does not depend on the machine's zone: it shows Paris time", () => {
  const zip = writeArchive([{ path: "a", bytes: encode("a") }], NOON);
  const time = new DataView(zip.buffer).getUint16(10, true);
  expect([time >> 11, (time >> 5) & 63]).toEqual([12, 0]);
  expect(() =>
    writeArchive(
      [
        { path: "a", bytes: zip },
        { path: "a", bytes: zip },
      ],
      NOON,
    ),
  ).toThrow("two files");
});

test("names lose their folders; folders, dot files and __MACOSX are passed over", () => {
  const file = encode("x");
  const zip = zipSync({
    "../../etc/passwd": file,
    "/absolu.csv": file,
    "C:\\temp\\barre.csv": file,
    "mois/": new Uint8Array(0),
    "mois/mai.csv": file,
    "__MACOSX/mois/._mai.csv": file,
    ".DS_Store": file,
    "été €.csv": file,
  });
  expect(summary(readArchive(zip, LIMITS))).toEqual([
    "passwd=x",
    "absolu.csv=x",
    "barre.csv=x",
    "mai.csv=x",
    "été €.csv=x",
  ]);
});

test("names in UTF-8 without the flag, and in code page 437", () => {
  expect(decodeZipName(encode("été.csv"), false)).toBe("été.csv");
  expect(decodeZipName(Uint8Array.of(0x82, 0x74, 0x82), false)).toBe("été");
  expect(decodeZipName(Uint8Array.of(0xff), false)).toBe("\u00a0");
});

const three = zipSync({ "a.csv": encode("aaa"), "b.csv": encode("bbb".repeat(100)), "c.csv": encode("ccc") });

test.for([
  ["a text file with another name", encode("27/03/2017 00:00;6666;6000;\n".repeat(50)), ["ARCHIVE_NOT_A_ZIP"]],
  ["nothing", new Uint8Array(0), ["ARCHIVE_NOT_A_ZIP"]],
  ["a cut archive", three.subarray(0, three.length - 30), ["ARCHIVE_TRUNCATED"]],
  ["its first bytes only", three.subarray(0, 4), ["ARCHIVE_TRUNCATED"]],
  ["a directory that points nowhere", patch(three, END, 16, 4, three.length - 4), ["ARCHIVE_TRUNCATED"]],
  ["zip64", patch(three, END, 10, 2, 0xffff), ["ARCHIVE_TOO_LARGE"]],
  ["encrypted entries", patch(three, ENTRY, 8, 2, 1), ["ENTRY_ENCRYPTED", "ENTRY_ENCRYPTED", "ENTRY_ENCRYPTED"]],
  ["an unknown method", patch(three, ENTRY, 10, 2, 14), ["ENTRY_METHOD", "ENTRY_METHOD", "ENTRY_METHOD"]],
  ["wrong checksums", patch(three, ENTRY, 16, 4, 1), ["ENTRY_DAMAGED", "ENTRY_DAMAGED", "ENTRY_DAMAGED"]],
  ["offsets beyond the end", patch(three, ENTRY, 42, 4, 1e9), ["ENTRY_DAMAGED", "ENTRY_DAMAGED", "ENTRY_DAMAGED"]],
  ["sizes that lie", patch(three, ENTRY, 24, 4, 2), ["ENTRY_DAMAGED", "ENTRY_DAMAGED", "ENTRY_DAMAGED"]],
  ["an archive inside", zipSync({ "x.zip": three, "a.csv": encode("a") }), ["ENTRY_NESTED", "a.csv=a"]],
] as const)("%s", ([, zip, expected]) => {
  expect(summary(readArchive(zip, LIMITS))).toEqual(expected);
});

test("limits: number of files, one file, all files", () => {
  expect(summary(readArchive(three, { ...LIMITS, maxEntries: 2 }))).toEqual(["ARCHIVE_TOO_MANY_FILES"]);
  expect(summary(readArchive(three, { ...LIMITS, maxEntryBytes: 10 }))).toEqual([
    "a.csv=aaa",
    "ENTRY_TOO_LARGE",
    "c.csv=ccc",
  ]);
  expect(summary(readArchive(three, { ...LIMITS, maxUnpackedBytes: 10 }))).toEqual(["a.csv=aaa", "ARCHIVE_TOO_LARGE"]);
});

test("damage to one byte never escapes as an exception", () => {
  fc.assert(
    fc.property(fc.nat({ max: three.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const zip = three.slice();
      zip[at] = (zip[at] as number) ^ change;
      for (const item of readArchive(zip, LIMITS)) {
        if (item.kind === "file") expect(item.bytes.length).toBeLessThanOrEqual(300);
      }
    }),
    { numRuns: 500 },
  );
});

test("a bomb of 300 MB is refused at once, and when it lies about its size too", () => {
  const bomb = zipSync({ "bombe.csv": new Uint8Array(300_000_000) }, { level: 1 });
  expect(bomb.length).toBeLessThan(3_000_000);
  const liar = patch(bomb, ENTRY, 24, 4, 1_000);

  const before = process.memoryUsage();
  const start = performance.now();
  expect(summary(readArchive(bomb, LIMITS))).toEqual(["ENTRY_TOO_LARGE"]);
  expect(summary(readArchive(liar, LIMITS))).toEqual(["ENTRY_DAMAGED"]);
  const after = process.memoryUsage();
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(100_000_000);
}, 60_000);

test("the generator unpacks only what is asked for", () => {
  const items = readArchive(three, LIMITS);
  expect(items.next().value).toMatchObject({ name: "a.csv" });
  expect(items.return(undefined).done).toBe(true);
});
