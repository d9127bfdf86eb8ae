import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readImport } from "@/lib/services/measures/read-import";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves, importTestFiles, namedCurveFile, type TestUpload } from "../../support/import-test-files";
import { testCurveFile } from "../../support/test-curve-file";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const DAY = ["2026-06-01", "2026-06-01"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, {
    perimeter: { Toiture: ["producer"], Mairie: ["consumer"], Batterie: ["consumer", "producer"] },
  });
});

/** A day of the town hall under another name. */
function renamed(rename: (name: string, prm: string) => string): TestUpload {
  const file = namedCurveFile(operation, { point: "Mairie", days: DAY, energyWh: 100 });
  return { name: rename(file.name, operation.point("Mairie").prm), bytes: file.bytes };
}

/** A day of the town hall whose text was touched. */
function edited(edit: (text: string) => string): TestUpload {
  const { name, text } = namedCurveFile(operation, { point: "Mairie", days: DAY, energyWh: 100 });
  return { name, bytes: new TextEncoder().encode(edit(text)) };
}

async function countDays(): Promise<number> {
  const rows = await sql("SELECT FROM load_curve_day WHERE operation_id = $1", [operation.id]);
  return rows.length;
}

const REFUSED: readonly { what: string; code: string; says: string; file: () => TestUpload }[] = [
  {
    what: "a PRM that is not in the perimeter",
    code: "PRM_NOT_IN_PERIMETER",
    says: "Le PRM 99999999999999 n’est pas dans le périmètre",
    file: () => renamed((name, prm) => name.replace(prm, "99999999999999")),
  },
  {
    what: "an injection contract nobody has",
    code: "PRM_NOT_IN_PERIMETER",
    says: "Le contrat d’injection 9999999999",
    file: () => renamed((name, prm) => name.replace(prm, "9999999999")),
  },
  {
    what: "an identifier that is none",
    code: "UNKNOWN_IDENTIFIER",
    says: "« MAIRIE » n’est ni un PRM",
    file: () => renamed((name, prm) => name.replace(prm, "MAIRIE")),
  },
  {
    what: "a curve of another operation",
    code: "OTHER_OPERATION",
    says: "Ce fichier est celui de l’opération ACC99999999",
    file: () => renamed((name, prm) => name.replace(prm, "ACC99999999")),
  },
  {
    what: "a type that says nothing",
    code: "UNKNOWN_TYPE",
    says: "Le type « Machin »",
    file: () => renamed((name) => name.replace("Conso", "Machin")),
  },
  {
    what: "a production of a consumer",
    code: "WRONG_ROLE",
    says: "(Mairie) n’est pas producteur",
    file: () => renamed((name) => name.replace("Conso", "Prod")),
  },
  {
    what: "a consumption of a producer",
    code: "WRONG_ROLE",
    says: "(Toiture) n’est pas consommateur",
    file: () => namedCurveFile(operation, { point: "Toiture", quantity: "withdrawal", days: DAY, energyWh: 1 }),
  },
  {
    what: "an « Autoprod » of a meter that is both, which may mean two things",
    code: "UNKNOWN_TYPE",
    says: "Le type « Autoprod »",
    file: () => namedCurveFile(operation, { point: "Batterie", quantity: "self_produced", days: DAY, energyWh: 1 }),
  },
  {
    what: "negative watts",
    code: "VALUE_NEGATIVE",
    says: "Ligne 3, valeur 2 : « -7 » est négatif",
    file: () => edited((text) => text.replace("02:00;200;200;", "02:00;200;-7;")),
  },
  {
    what: "a value that is no number",
    code: "VALUE_UNREADABLE",
    says: "Ligne 3, valeur 1 : « douze »",
    file: () => edited((text) => text.replace("02:00;200;200;", "02:00;douze;200;")),
  },
  {
    what: "an hour given twice",
    code: "DUPLICATE_STAMP",
    says: "Ligne 4",
    file: () => edited((text) => text.replace("03:00;", "02:00;")),
  },
  {
    what: "lines of other days than the name says",
    code: "OUTSIDE_PERIOD",
    says: "du 01/06/2026 au 01/06/2026",
    file: () => edited((text) => text.replaceAll("01/06/2026", "02/06/2026")),
  },
  {
    what: "an empty file",
    code: "EMPTY_FILE",
    says: "Le fichier est vide",
    file: () => edited(() => ""),
  },
  {
    what: "a file nobody knows",
    code: "UNKNOWN_FILE",
    says: "« vacances.csv » n’est pas reconnu",
    file: () => ({ name: "vacances.csv", bytes: new TextEncoder().encode("du;bleu\n") }),
  },
  {
    what: "a curve that does not say whose it is",
    code: "UNNAMED_CURVE",
    says: "« courbe.csv » contient une courbe",
    file: () => renamed(() => "courbe.csv"),
  },
];

test.for(REFUSED)("$what is refused, and the message says so", async ({ code, says, file }) => {
  const imported = await importTestFiles(operation, [file()]);
  expect(imported.status).toBe("refused");
  expect(imported.codes).toContain(code);
  const problem = imported.problems.find((each) => each.code === code);
  expect(problem?.severity).toBe("error");
  expect(problem?.message.replaceAll("\u00a0", " ")).toContain(says);
  expect(await countDays()).toBe(0);
});

const TAKEN: readonly { what: string; code: string; outcome: string; file: () => TestUpload }[] = [
  {
    what: "a curve of the whole operation",
    code: "OPERATION_CURVE",
    outcome: "set_aside",
    file: () => testCurveFile({ identifier: operation.accNumber, quantity: "self_consumed", days: DAY, energyWh: 10 }),
  },
  {
    what: "an annexe 2",
    code: "NOT_MEASURES",
    outcome: "set_aside",
    file: () => ({ name: "ACC00000001_20260601_ANNEXE 2.xlsx", bytes: new TextEncoder().encode("PK") }),
  },
  {
    what: "days on which the meter did not take part",
    code: "OUT_OF_PERIMETER",
    outcome: "imported",
    file: () => namedCurveFile(operation, { point: "Mairie", days: ["2026-01-01", "2026-01-31"], energyWh: 1 }),
  },
];

test.for(TAKEN)("$what is taken with a warning ($outcome)", async ({ code, outcome, file }) => {
  const imported = await importTestFiles(operation, [file()]);
  expect(imported.status).toBe("done");
  expect(imported.file(0)).toMatchObject({ outcome, errorCount: 0, warningCount: 1 });
  expect(imported.codes).toEqual([code]);
});

test("a PRM of 13 digits gets its zero back, with a warning", async () => {
  const { prm } = operation.point("Mairie");
  expect(prm.startsWith("0")).toBe(true);
  const imported = await importTestFiles(operation, [renamed((name) => name.slice(1))]);
  expect(imported.status).toBe("done");
  expect(imported.file(0)).toMatchObject({ prm, outcome: "imported" });
  expect(imported.codes).toEqual(["ZERO_LOST"]);
});

test("an « Autoprod » under an injection contract is the producer's, whatever else the meter does", async () => {
  const { prm } = operation.point("Batterie");
  const file = namedCurveFile(operation, { point: "Batterie", quantity: "self_produced", days: DAY, energyWh: 1 });
  const imported = await importTestFiles(operation, [{ ...file, name: file.name.replace(prm, prm.slice(-10)) }]);
  expect(imported.file(0)).toMatchObject({ outcome: "imported", prm, quantity: "self_produced" });
});

test("two files that contradict each other on a day are refused, and the day is named", async () => {
  const imported = await importTestFiles(operation, [
    namedCurveFile(operation, { point: "Mairie", days: ["2026-06-01", "2026-06-05"], energyWh: 1 }),
    namedCurveFile(operation, {
      point: "Mairie",
      days: ["2026-06-04", "2026-06-06"],
      energyWh: (step) => (step < 48 ? 1 : 2),
    }),
  ]);
  expect(imported.status).toBe("refused");
  expect(imported.report.files.map(({ outcome }) => outcome)).toEqual(["imported", "refused"]);
  expect(imported.problems).toMatchObject([{ severity: "error", code: "DAY_GIVEN_TWICE" }]);
  expect(imported.problems[0]?.message).toContain("05/06/2026");
  expect(await countDays()).toBe(0);
});

describe("one bad file among good ones", () => {
  test("keeps everything out, and every problem of every file is told", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: DAY, energyWh: 5 }]);
    const imported = await importTestFiles(operation, [
      namedCurveFile(operation, { point: "Toiture", days: DAY, energyWh: 1 }),
      edited((text) => text.replace("02:00;200;200;", "02:00;200;-7;").replace("05:00;200;200;", "05:00;x;200;")),
      renamed((name, prm) => name.replace(prm, "99999999999999")),
      namedCurveFile(operation, { point: "Batterie", quantity: "injection", days: DAY, energyWh: 1 }),
    ]);
    expect(imported.status).toBe("refused");
    expect(imported.codes).toEqual(["VALUE_NEGATIVE", "VALUE_UNREADABLE", "PRM_NOT_IN_PERIMETER"]);
    expect(imported.report.totals).toMatchObject({ fileCount: 4, errorCount: 3 });
    expect(await sql("SELECT total_wh FROM load_curve_day WHERE operation_id = $1", [operation.id])).toEqual([
      { total_wh: 240 },
    ]);
  });

  test("leaves the refusal itself: its report, its audit event, its files", async () => {
    const good = namedCurveFile(operation, { point: "Toiture", days: DAY, energyWh: 1 });
    const bad = edited((text) => text.replace("02:00;200;200;", "02:00;200;-7;"));
    const { id, report } = await importTestFiles(operation, [good, bad]);
    const stored = await readImport(operation.id, id);
    expect(stored).toMatchObject({ status: "refused", filesDone: 2, filesTotal: 2, report });
    expect(stored?.finishedAt).toBeInstanceOf(Date);
    expect(stored?.fileNames).toEqual([good.name, bad.name]);
    const kept = await sql(
      `SELECT f.name, k.size_bytes FROM measure_import_file f JOIN kept_file k USING (operation_id, sha256)
        WHERE f.operation_id = $1 AND f.import_id = $2 ORDER BY f.position`,
      [operation.id, id],
    );
    expect(kept).toEqual([good, bad].map(({ name, bytes }) => ({ name, size_bytes: bytes.byteLength })));
    const audit = await sql("SELECT action FROM audit_event WHERE operation_id = $1 AND object_id = $2", [
      operation.id,
      id,
    ]);
    expect(audit).toEqual([{ action: "refuse.measures" }]);
  });

  test("is taken once it is mended: a refused file was not imported", async () => {
    const good = namedCurveFile(operation, { point: "Toiture", days: DAY, energyWh: 1 });
    await importTestFiles(operation, [good, edited(() => "")]);
    const mended = await importTestFiles(operation, [good]);
    expect(mended.file(0)).toMatchObject({ outcome: "imported", newDayCount: 1 });
  });
});
