import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { writeSummaryWorkbook } from "@/lib/formats/annex-6/summary/write-summary-workbook";
import { writeEnergyFile } from "@/lib/formats/annex-6/write-energy-file";
import { writePerimeterFile } from "@/lib/formats/annex-6/write-perimeter-file";
import { writeProducerDetailFile } from "@/lib/formats/annex-6/write-producer-detail-file";
import { writeR63File } from "@/lib/formats/r63/write-r63-file";
import { writeSgeHistoryFile } from "@/lib/formats/sge/write-sge-history-file";
import type { TestOperation } from "./create-test-operation";
import type { TestUpload } from "./import-test-files";

/** A curve of one energy at every step. [Wh per step] */
export function constantSeries({ from, toExclusive }: Period, energyWh: number, stepMinutes = 30) {
  const axis = parisPeriodAxis(from, toExclusive, stepMinutes);
  return { axis, energyWh: new Float64Array(axis.length).fill(energyWh) };
}

export function textUpload(name: string, text: string): TestUpload {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** An SGE history of one constant energy. */
export function sgeUpload(name: string, identifier: string, period: Period, energyWh: number): TestUpload {
  const series = [constantSeries(period, energyWh)];
  return textUpload(name, writeSgeHistoryFile({ identifier, quantity: "withdrawal", series, stampConvention: "end" }));
}

/** An R63 file with the constant withdrawals of several meters. */
export function r63Upload(name: string, meters: Readonly<Record<string, number>>, period: Period): TestUpload {
  const written = Object.entries(meters).map(([identifier, energyWh]) => ({
    identifier,
    stampConvention: "end" as const,
    curves: [{ quantity: "withdrawal" as const, series: [constantSeries(period, energyWh)] }],
  }));
  return textUpload(name, writeR63File(written));
}

/**
 * What the DSO publishes of a month beside curves, of the default test operation: energies of the town hall, the roof's
 * detail, the summary, the perimeter.
 */
export async function publishedUploads(operation: TestOperation, period: Period): Promise<readonly TestUpload[]> {
  const [roof, townHall, school] = ["Toiture", "Mairie", "École"].map((name) => operation.point(name).prm) as [
    string,
    string,
    string,
  ];
  const energy = writeEnergyFile({
    identifier: townHall,
    quantity: "self_consumed",
    period,
    rows: [
      { label: "HP", energyWh: 134_700 },
      { label: "HC", energyWh: 8_495_170 },
    ],
  });
  const detail = writeProducerDetailFile({
    producer: roof,
    period,
    rows: [
      { prm: townHall, energyWh: 100_000 },
      { prm: school, energyWh: 50_000 },
    ],
  });
  const perimeter = writePerimeterFile([{ identifier: townHall, from: period.from, toExclusive: null }]);
  const summary = await writeSummaryWorkbook(
    {
      operation: {
        withdrawalWh: 300_000,
        productionWh: 200_000,
        selfConsumedWh: 150_000,
        surplusWh: 50_000,
        selfConsumptionRate: 0.75,
        selfProductionRate: 0.5,
        coverageRate: 0.6667,
      },
      producers: [{ identifier: roof, injectionWh: 200_000, selfProducedWh: 150_000, surplusWh: 50_000 }],
      consumers: [
        { identifier: townHall, withdrawalWh: 200_000, selfConsumedWh: 100_000, complementWh: 100_000, byPeriod: [] },
        { identifier: school, withdrawalWh: 100_000, selfConsumedWh: 50_000, complementWh: 50_000, byPeriod: [] },
      ],
    },
    { accNumber: operation.accNumber, period },
  );
  return [
    textUpload(energy.name, energy.text),
    textUpload(detail.name, detail.text),
    textUpload(perimeter.name, perimeter.text),
    summary,
  ];
}

/** The days from one to another, the last one among them. */
export function daysOf(from: CivilDate, lastDay: CivilDate): Period {
  return { from, toExclusive: addDays(lastDay, 1) };
}
