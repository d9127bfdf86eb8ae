import { existsSync, readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { importMeasures } from "@/lib/services/measures/import-measures";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles, namedCurveFile } from "../../support/import-test-files";
import { daysOf, publishedUploads, r63Upload, sgeUpload, textUpload } from "../../support/mixed-upload";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const MARCH = daysOf(civilDate("2026-03-01"), civilDate("2026-03-31"));
const OCTOBER = daysOf(civilDate("2026-10-01"), civilDate("2026-10-31"));
const REAL_YEAR = "../shared/data/raw/fr_enedis_sge_hdm_30min_20220729_20230729.csv";

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const prm = (name: string) => operation.point(name).prm;

/** Steps of the current version of a day, by its metering point's name. */
async function stepsOn(day: string): Promise<Record<string, number>> {
  const rows = await sql<{ name: string; steps: number }>(
    `SELECT p.name, (length(d.energy_wh) / 8)::int AS steps
       FROM load_curve_day d JOIN metering_point p ON p.id = d.metering_point_id
      WHERE d.operation_id = $1 AND d.day = $2 AND d.superseded_at IS NULL`,
    [operation.id, day],
  );
  return Object.fromEntries(rows.map(({ name, steps }) => [name, steps]));
}

async function countFigures() {
  const [row] = await sql<{ energies: number; shares: number; superseded: number }>(
    `SELECT (SELECT count(*)::int FROM published_energy WHERE operation_id = $1 AND superseded_at IS NULL) AS energies,
            (SELECT count(*)::int FROM published_share WHERE operation_id = $1 AND superseded_at IS NULL) AS shares,
            (SELECT count(*)::int FROM published_energy WHERE operation_id = $1 AND superseded_at IS NOT NULL)
              AS superseded`,
    [operation.id],
  );
  return row;
}

async function everyKind() {
  const curve = namedCurveFile(operation, { point: "Toiture", days: ["2026-03-01", "2026-03-31"], energyWh: 500 });
  return [
    curve,
    sgeUpload("historique.csv", prm("Mairie"), MARCH, 100),
    r63Upload("ENEDIS_R63.json", { [prm("École")]: 200 }, MARCH),
    ...(await publishedUploads(operation, MARCH)),
    textUpload("ACC00000001_30_01032026_31032026.txt", `Horodate;ID_PRM1\n01-03-2026 00:00;50\n`),
  ];
}

describe("one drop of every kind of file", () => {
  test("in one zip is written whole: curves, energies, details, summary", async () => {
    const files = await everyKind();
    const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`mars/${name}`, bytes])));
    const imported = await importTestFiles(operation, [{ name: "mars.zip", bytes: zip }]);
    expect(imported.report.files.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      "load_curve imported",
      "sge_history imported",
      "r63 imported",
      "energy imported",
      "producer_detail imported",
      "perimeter set_aside",
      "summary imported",
      "annex_5 set_aside",
    ]);
    expect(imported.report.totals).toMatchObject({ fileCount: 8, newDayCount: 93, errorCount: 0, newFigureCount: 17 });
    expect(await stepsOn("2026-03-29")).toEqual({ Toiture: 46, Mairie: 46, École: 46 });
    expect(await countFigures()).toEqual({ energies: 15, shares: 2, superseded: 0 });
  });

  test("sent again changes nothing, and with another energy corrects that figure alone", async () => {
    const files = await everyKind();
    await importTestFiles(operation, files);
    const again = await importTestFiles(operation, files);
    expect(again.report.totals).toMatchObject({ newDayCount: 0, correctedDayCount: 0, newFigureCount: 0 });
    const energy = files[3] as (typeof files)[number];
    const text = new TextDecoder().decode(energy.bytes).replace("134,70", "135,70");
    const corrected = await importTestFiles(operation, [textUpload(energy.name, text)]);
    expect(corrected.report.totals).toMatchObject({ figureCount: 2, newFigureCount: 0, correctedFigureCount: 1 });
    expect(await countFigures()).toEqual({ energies: 15, shares: 2, superseded: 1 });
    const other = files.map((file) => (file === energy ? textUpload(energy.name, text) : file));
    const contradicted = await importTestFiles(operation, [...other, energy].slice(3));
    expect(contradicted).toMatchObject({ status: "refused" });
    expect(contradicted.codes).toContain("FIGURE_GIVEN_TWICE");
  });

  test("an R63 file gives each of its curves, on days of 50 half-hours too", async () => {
    const file = r63Upload("r63.json", { [prm("École")]: 200, [prm("Mairie")]: 100 }, OCTOBER);
    const imported = await importTestFiles(operation, [file, sgeUpload("sge.csv", prm("Mairie"), MARCH, 1)]);
    expect(imported.report.files).toMatchObject([
      { name: "r63.json", prm: prm("École"), valueCount: 1490, newDayCount: 31, stepMinutes: 30 },
      { name: "r63.json", prm: prm("Mairie"), valueCount: 1490, newDayCount: 31 },
      { name: "sge.csv", prm: prm("Mairie"), valueCount: 1486, newDayCount: 31 },
    ]);
    expect(imported.report.totals.fileCount).toBe(2);
    expect(await stepsOn("2026-10-25")).toEqual({ École: 50, Mairie: 50 });
    expect(await stepsOn("2026-03-29")).toEqual({ Mairie: 46 });
    const again = await importTestFiles(operation, [file]);
    expect(again.report.files.map(({ outcome }) => outcome)).toEqual(["already_imported", "already_imported"]);
  });
});

test.skipIf(!existsSync(REAL_YEAR))(
  "a real year whose PRM is masked is imported whole once it is said whose it is",
  async () => {
    const uploads = [{ name: "fr_enedis_sge_hdm.csv", bytes: readFileSync(REAL_YEAR) }];
    const asked = await importTestFiles(operation, uploads);
    expect(asked.status).toBe("refused");
    const [question] = asked.report.questions;
    expect(question).toMatchObject({ kind: "metering_point", subject: "01111111111111", answer: null });
    const { status, report } = await importMeasures(operation.id, {
      importId: crypto.randomUUID(),
      actor: collectivity.users.officer.actor,
      uploads,
      answers: { kinds: {}, replies: { [question?.id ?? ""]: prm("Mairie") } },
    });
    expect({ status, errors: report.totals.errorCount }).toEqual({ status: "done", errors: 0 });
    expect(report.totals.newDayCount).toBe(365);
    expect(await stepsOn("2023-03-26")).toEqual({ Mairie: 46 });
    expect(await stepsOn("2022-10-30")).toEqual({ Mairie: 50 });
  },
);
