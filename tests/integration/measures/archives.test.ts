import { type Zippable, zipSync } from "fflate";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles, namedCurveFile, type TestUpload } from "../../support/import-test-files";

const DAYS = ["2026-06-01", "2026-06-30"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const curve = (point: string) => namedCurveFile(operation, { point, days: DAYS, energyWh: 100 });

function zipped(files: readonly TestUpload[], others: Zippable = {}): TestUpload {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return { name: "juin.zip", bytes: zipSync({ ...entries, ...others }) };
}

test("a zip is its files, whatever folders and system files lie in it", async () => {
  const upload = zipped([curve("Mairie")], {
    "2026/": new Uint8Array(),
    [`2026/${curve("Toiture").name}`]: curve("Toiture").bytes,
    "__MACOSX/._x.csv": new Uint8Array([1]),
    ".DS_Store": new Uint8Array([1]),
  });
  const imported = await importTestFiles(operation, [upload]);
  expect(imported.status).toBe("done");
  expect(imported.report.files).toMatchObject([
    { name: curve("Mairie").name, archive: "juin.zip", outcome: "imported", newDayCount: 30 },
    { name: curve("Toiture").name, archive: "juin.zip", outcome: "imported", newDayCount: 30 },
  ]);
});

test("a file that came in a zip is known when it comes again by itself", async () => {
  await importTestFiles(operation, [zipped([curve("Mairie")])]);
  const again = await importTestFiles(operation, [curve("Mairie")]);
  expect(again.file(0).outcome).toBe("already_imported");
});

const BAD: readonly { what: string; code: string; archive: () => TestUpload }[] = [
  {
    what: "a text renamed .zip",
    code: "ARCHIVE_NOT_A_ZIP",
    archive: () => ({ name: "juin.zip", bytes: curve("Mairie").bytes }),
  },
  {
    what: "a zip cut short",
    code: "ARCHIVE_TRUNCATED",
    archive: () => ({ name: "juin.zip", bytes: zipped([curve("Mairie")]).bytes.slice(0, -40) }),
  },
  { what: "an empty zip", code: "ARCHIVE_EMPTY", archive: () => zipped([]) },
  {
    what: "a zip of system files only",
    code: "ARCHIVE_EMPTY",
    archive: () => zipped([], { "__MACOSX/._x.csv": new Uint8Array([1]) }),
  },
  {
    what: "a zip bomb",
    code: "ENTRY_TOO_LARGE",
    archive: () => zipped([{ name: curve("Mairie").name, bytes: new Uint8Array(60_000_000) }]),
  },
  {
    what: "a zip bomb that lies about its size",
    code: "ENTRY_DAMAGED",
    archive: () => lyingAboutItsSize(zipped([{ name: curve("Mairie").name, bytes: new Uint8Array(60_000_000) }])),
  },
  {
    what: "a zip in a zip",
    code: "ENTRY_NESTED",
    archive: () => zipped([{ ...zipped([curve("Mairie")]), name: "dedans.zip" }]),
  },
];

/** The directory of the archive then says that its only file unpacks to 1 000 bytes. */
function lyingAboutItsSize({ name, bytes }: TestUpload): TestUpload {
  const lying = Buffer.from(bytes);
  const entry = lying.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  lying.writeUInt32LE(1000, entry + 24);
  return { name, bytes: lying };
}

test.for(BAD)("$what is refused with everything it came with", async ({ code, archive }) => {
  const imported = await importTestFiles(operation, [curve("Toiture"), archive()]);
  expect(imported.status).toBe("refused");
  expect(imported.report.files).toMatchObject([
    { outcome: "imported" },
    { outcome: "refused", archive: "juin.zip", problems: [{ severity: "error", code }] },
  ]);
  expect(imported.report.totals.errorCount).toBe(1);
});

test("a damaged file of a zip hides no other", async () => {
  const good = curve("Mairie");
  const upload = zipped([good, { name: "b.csv", bytes: new TextEncoder().encode("du;bleu") }]);
  const imported = await importTestFiles(operation, [upload]);
  expect(imported.report.files.map(({ outcome }) => outcome)).toEqual(["imported", "refused"]);
});
