import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { readEnergyFile } from "@/lib/formats/annex-6/read-energy-file";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";
import { readPerimeterFile } from "@/lib/formats/annex-6/read-perimeter-file";
import { readProducerDetailFile } from "@/lib/formats/annex-6/read-producer-detail-file";
import { readSummaryWorkbook } from "@/lib/formats/annex-6/summary/read-summary-workbook";
import type { FoundRun } from "@/lib/services/runs/find-run";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { setTariffSchedules } from "@/lib/services/tariffs/set-tariff-schedules";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { OCTOBER } from "../../support/dynamic-operation";
import { expectRefusal } from "../../support/expect-answer";
import { settleOctober } from "../../support/settled-october";

// The clocks go back on 26 October 2025.
const STEPS = 1490;
const WH_PER_W = 0.5;

let collectivity: TestCollectivity;
let operation: TestOperation;
let run: FoundRun;
let files: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  ({ operation, run } = await settleOctober(collectivity));
  const { prm } = operation.point("Mairie");
  const night = { fromMinute: 22 * 60, toMinute: 6 * 60 };
  const hours = {
    structure: "peak_off_peak",
    offPeak: [night],
    lowSeasonOffPeak: null,
    highSeasonMonths: null,
  } as const;
  await setTariffSchedules(operation.id, collectivity.users.officer.actor, [{ prm, from: OCTOBER.from, ...hours }]);
  files = unzipSync(await download("annex-6"));
}, 60_000);

const address = (rest: string) => `/api/v1/operations/${operation.accNumber}/runs/${run.id}/files/${rest}`;

async function download(kind: string): Promise<Uint8Array> {
  const response = await callApi(address(kind), { key: await collectivity.users.elected.key("read") });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const prmOf = (identifier: MeasureIdentifier) => (identifier.kind === "metering_point" ? identifier.prm : null);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function powersOf(id: string, token: string): Float64Array {
  const path = Object.keys(files).find((name) => name.includes(`/${id}_`) && name.endsWith(`_${token}_CDC.csv`)) ?? "";
  const { series, problems } = readLoadCurveFile(files[path] as Uint8Array, OCTOBER);
  expect([problems.errorCount, problems.warningCount]).toEqual([0, 0]);
  return (series[0]?.energyWh ?? new Float64Array()).map((energyWh) => energyWh / WH_PER_W);
}

function addTo(sums: Float64Array, powers: Float64Array): void {
  for (const [step, power] of powers.entries()) sums[step] = (sums[step] as number) + power;
}

function energyWhOf(id: string, token: string): number | null {
  const path = Object.keys(files).find((name) => name.includes(`/${id}_`) && name.endsWith(`_${token}_ENERGIE.csv`));
  return readEnergyFile(files[path ?? ""] as Uint8Array).totalWh;
}

describe("the operator's formats", { timeout: 30_000 }, () => {
  test("hold a file for each quantity of each metering point and of the operation, named as annexe 6 names them", () => {
    const names = Object.keys(files);
    expect(names).toHaveLength(5 * 2 + 2 + (3 + 2) * 3 * 2 + 2);
    const measures = names.filter((name) => /_(CDC|ENERGIE)\.csv$/.test(name));
    for (const name of measures) {
      expect(parseMeasureFileName(name)).toMatchObject({ period: OCTOBER });
    }
    expect(names).toContain(`operation/${operation.accNumber}_01102025_31102025_Autoconso_CDC.csv`);
    expect(names).toContain(`consommateurs/${operation.point("Mairie").prm}_01102025_31102025_Complement_ENERGIE.csv`);
    expect(names).toContain(`${operation.accNumber}_01102025_31102025.xlsx`);
  });

  test("give the curves of the run back to the watt, and add up at each step", async () => {
    const acc = operation.accNumber;
    const whole = { drawn: powersOf(acc, "Conso"), fed: powersOf(acc, "Prod"), shared: powersOf(acc, "Autoconso") };
    expect(whole.drawn).toHaveLength(STEPS);
    const added = { drawn: new Float64Array(STEPS), fed: new Float64Array(STEPS), shared: new Float64Array(STEPS) };
    for (const { prm, roles } of operation.points) {
      const isConsumer = roles.includes("consumer");
      const tokens = isConsumer ? ["Conso", "Autoconso", "Complement"] : ["Prod", "Autoprod", "Surplus"];
      const [all, shared, rest] = tokens.map((token) => powersOf(prm, token)) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const series = await readRunSeries(operation.id, run.id, { prm });
      const exactWh = isConsumer ? series?.consumers[0]?.selfConsumedWh : series?.producers[0]?.selfProducedWh;
      const errorsW = shared.map((power, step) => Math.abs(power - (exactWh?.[step] as number) / WH_PER_W));
      expect(Math.max(...errorsW)).toBeLessThanOrEqual(1);
      expect(rest).toEqual(all.map((power, step) => power - (shared[step] as number)));
      addTo(isConsumer ? added.drawn : added.fed, all);
      if (isConsumer) addTo(added.shared, shared);
    }
    expect(added).toEqual(whole);
    expect(powersOf(acc, "Surplus")).toEqual(whole.fed.map((power, step) => power - (whole.shared[step] as number)));
  });

  test("give the energies back to 0.01 kWh, and add up", async () => {
    const acc = operation.accNumber;
    const consumers = run.consumers.map(({ prm }) => prm);
    const total = (ids: readonly string[], token: string) => sum(ids.map((id) => energyWhOf(id, token) ?? Number.NaN));
    for (const token of ["Conso", "Autoconso", "Complement"]) {
      expect(total(consumers, token)).toBe(energyWhOf(acc, token));
    }
    for (const { prm, selfProducedWh, surplusWh } of run.producers) {
      expect(Math.abs((energyWhOf(prm, "Autoprod") ?? Number.NaN) - selfProducedWh)).toBeLessThanOrEqual(10);
      expect(Math.abs((energyWhOf(prm, "Surplus") ?? Number.NaN) - surplusWh)).toBeLessThanOrEqual(20);
      const detail = readProducerDetailFile(
        files[`producteurs/${prm}_01102025_31102025_Autoprod_DETAIL.csv`] as Uint8Array,
      );
      expect(detail.problems.errorCount).toBe(0);
      expect(sum(detail.rows.map(({ energyWh }) => energyWh ?? Number.NaN))).toBe(energyWhOf(prm, "Autoprod"));
      for (const { consumer, energyWh } of detail.rows) {
        const pair = run.pairs.find((each) => each.producerPrm === prm && each.consumerPrm === prmOf(consumer));
        expect(Math.abs((energyWh ?? Number.NaN) - (pair?.energyWh ?? Number.NaN))).toBeLessThanOrEqual(10);
      }
    }
  });

  test("tell tariff periods where they are known, adding up to the total", async () => {
    const rowsOf = (path: string) => readEnergyFile(files[path] as Uint8Array).rows;
    const { prm } = operation.point("Mairie");
    const own = rowsOf(`consommateurs/${prm}_01102025_31102025_Conso_ENERGIE.csv`);
    expect(own.map(({ label }) => label)).toEqual(["HP", "HC"]);
    const whole = run.consumers.find((consumer) => consumer.prm === prm)?.withdrawalWh ?? Number.NaN;
    expect(Math.abs((energyWhOf(prm, "Conso") ?? Number.NaN) - whole)).toBeLessThanOrEqual(10);
    const all = rowsOf(`operation/${operation.accNumber}_01102025_31102025_Conso_ENERGIE.csv`);
    expect(all.map(({ label }) => label)).toEqual(["HP", "HC", "Non renseigné"]);
    expect(all.slice(0, 2)).toEqual(own);
  });

  test("say who takes part, and sum it all up as their own summary does", async () => {
    const perimeter = readPerimeterFile(files["Perimetre_Participants.csv"] as Uint8Array);
    expect(perimeter.rows.map(({ identifier }) => prmOf(identifier)).sort()).toEqual(
      operation.points.map(({ prm }) => prm).sort(),
    );
    const path = `${operation.accNumber}_01102025_31102025.xlsx`;
    const reading = await readSummaryWorkbook(files[path] as Uint8Array);
    const { summary, problems } = reading;
    expect([problems.errorCount, problems.warningCount]).toEqual([0, 0]);
    expect(summary?.operation.selfConsumedWh).toBe(energyWhOf(operation.accNumber, "Autoconso"));
    expect(summary?.operation.selfConsumptionRate).toBeCloseTo(run.indicators.selfConsumptionRate ?? Number.NaN, 6);
    expect(summary?.consumers).toHaveLength(3);
    expect(await readSummaryWorkbook(await download("summary"))).toEqual(reading);
    expect(await download("perimeter")).toEqual(files["Perimetre_Participants.csv"]);
  });

  test("are given for one metering point alone", async () => {
    const { prm } = operation.point("École");
    const own = unzipSync(await download(`annex-6?prm=${prm}`));
    expect(Object.keys(own)).toHaveLength(6);
    for (const [path, bytes] of Object.entries(own)) {
      expect(path).toContain(prm);
      expect(bytes).toEqual(files[path]);
    }
  });
});

describe("our own tables", { timeout: 30_000 }, () => {
  test("the long one has the very numbers of the run, one row for each step, PRM and quantity", async () => {
    const { data, errors } = Papa.parse<Record<string, string>>(text(await download("curves")), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(STEPS * 5 * 3);
    const { prm } = operation.point("Mairie");
    const series = await readRunSeries(operation.id, run.id, { prm });
    const rows = data.filter((row) => row.prm === prm && row.quantity === "self_consumed");
    expect(rows.map(({ energy_wh }) => Number(energy_wh))).toEqual([...(series?.consumers[0]?.selfConsumedWh ?? [])]);
    expect(rows.map(({ origin }) => origin)).toEqual(series?.consumers[0]?.origins);
    expect(rows[0]).toMatchObject({
      operation: operation.accNumber,
      period_from: "2025-10-01",
      run_version: "1",
      start_utc: "2025-09-30T22:00:00Z",
      start_paris: "2025-10-01T00:00:00+02:00",
      step_minutes: "30",
      role: "consumer",
    });
    const hours = rows.map(({ start_paris }) => start_paris).filter((stamp) => stamp?.startsWith("2025-10-26T02:30"));
    expect(hours).toEqual(["2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00"]);
  });

  test("the long one of a year is that of its settled periods", async () => {
    const key = await collectivity.users.elected.key("read");
    const ask = (query: string) => callApi(`/api/v1/operations/${operation.accNumber}/run-curves?${query}`, { key });
    const year = await ask("from=2025-01-01&to=2026-01-01");
    const name = `${operation.accNumber}_01102025_31102025_courbes.csv`;
    expect(year.headers.get("content-disposition")).toContain(name);
    expect(Buffer.compare(new Uint8Array(await year.arrayBuffer()), await download("curves"))).toBe(0);
    await expectRefusal(await ask("from=2025-01-01&to=2025-10-31"), 404, "NOT_FOUND");
    await expectRefusal(await ask("from=2026-01-01&to=2025-01-01"), 400, "INVALID_REQUEST");
  });

  test("the totals open in a spreadsheet, add up, and run no formula", async () => {
    const { data } = Papa.parse<string[]>(text(await download("totals")).trim(), { delimiter: ";" });
    const number = (cell: string | undefined) => Math.round(Number(cell?.replace(",", ".")) * 100);
    const rows = data.filter(([role]) => role === "consommateur");
    const total = data.find(([role]) => role === "total des consommateurs");
    for (const column of [4, 5, 6]) expect(sum(rows.map((row) => number(row[column])))).toBe(number(total?.[column]));
    expect(rows.map((row) => row[2])).toContain("'=Halle; des sports");
  });

  test("the workbook holds each sheet, and a site's name is a text", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await download("workbook")).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ["Synthèse", 20],
      ["Participants", 2],
      ["Consommateurs", 4],
      ["Producteurs", 3],
      ["Postes horaires", 3],
      ["Répartition", 7],
      ["Opération par pas", STEPS + 1],
      ["Soutirage par pas", STEPS + 1],
      ["Autoconsommé par pas", STEPS + 1],
      ["Injection par pas", STEPS + 1],
      ["Autoproduit par pas", STEPS + 1],
    ]);
    const name = book.getWorksheet("Consommateurs")?.getRow(2).getCell(2);
    expect([name?.type, name?.value]).toEqual([ExcelJS.ValueType.String, "=Halle; des sports"]);
    const given = book.getWorksheet("Répartition")?.getColumn(5).values.slice(2) as number[];
    expect(Math.round(sum(given) * 1000)).toBe(energyWhOf(operation.accNumber, "Autoconso"));
  });

  test("the surplus of one producer names no other", async () => {
    const { prm } = operation.point("Halle");
    const own = unzipSync(await download(`surplus?prm=${prm}`));
    expect(Object.keys(own).sort()).toEqual([
      `producteurs/${prm}_01102025_31102025_Surplus_CDC.csv`,
      `producteurs/${prm}_01102025_31102025_Surplus_ENERGIE.csv`,
      "surplus.csv",
    ]);
    expect(text(own["surplus.csv"] as Uint8Array)).not.toContain(operation.point("Toiture").prm);
    expect(Object.keys(unzipSync(await download("surplus")))).toHaveLength(5);
  });

  test("everything comes in one archive", async () => {
    const all = unzipSync(await download("all"));
    const own = Object.keys(all).filter((name) => !name.startsWith("annexe-6/"));
    const start = `${operation.accNumber}_01102025_31102025_v1`;
    expect(own).toEqual([
      "LISEZ-MOI.txt",
      `${start}_totaux.csv`,
      `${start}_surplus.csv`,
      `${start}_resultat.xlsx`,
      `${start}_courbes.csv`,
    ]);
    expect(Object.keys(all)).toHaveLength(own.length + Object.keys(files).length);
    const curves = all[`${start}_courbes.csv`] as Uint8Array;
    expect(Buffer.compare(curves, await download("curves"))).toBe(0); // 3 MB
  });
});

describe("what is not there", () => {
  test.for(["unknown", "all.zip", "..%2Fall"])("no file is called %j", async (kind) => {
    const key = await collectivity.users.officer.key("read");
    await expectRefusal(await callApi(address(kind), { key }), 404, "NOT_FOUND");
  });

  test("nor is a metering point of another operation, or a consumer's surplus", async () => {
    const key = await collectivity.users.officer.key("read");
    const ask = (rest: string) => callApi(address(rest), { key });
    await expectRefusal(await ask("annex-6?prm=99999999999999"), 404, "NOT_FOUND");
    await expectRefusal(await ask(`surplus?prm=${operation.point("École").prm}`), 404, "NOT_FOUND");
    await expectRefusal(await ask("annex-6?prm=12"), 400, "INVALID_REQUEST");
  });

  test("a run is not found under another operation", async () => {
    const other = await settleOctober(collectivity);
    const path = `/api/v1/operations/${other.operation.accNumber}/runs/${run.id}/files/totals`;
    await expectRefusal(await callApi(path, { key: await collectivity.users.admin.key("write") }), 404, "NOT_FOUND");
  });
});
