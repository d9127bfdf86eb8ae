import ExcelJS from "exceljs";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readEnergyFile } from "@/lib/formats/annex-6/read-energy-file";
import { readProducerDetailFile } from "@/lib/formats/annex-6/read-producer-detail-file";
import { readSummaryWorkbook } from "@/lib/formats/annex-6/summary/read-summary-workbook";
import type { ConsumerSummary, SummaryWorkbook } from "@/lib/formats/annex-6/summary/summary-workbook";
import { writeSummaryWorkbook } from "@/lib/formats/annex-6/summary/write-summary-workbook";
import { writeEnergyFile } from "@/lib/formats/annex-6/write-energy-file";
import { writeProducerDetailFile } from "@/lib/formats/annex-6/write-producer-detail-file";
import type { BenchRow } from "./allocation";
import { type RaceResult, race } from "./race";

const CONSUMERS = 1_000;
const PRODUCERS = 50;
const PERIODS = ["HPH", "HCH", "HPB", "HCB"] as const;
const ROUNDS = 7;
const PERIOD = { from: civilDate("2026-04-01"), toExclusive: civilDate("2026-05-01") };
const FILE = { accNumber: "ACC00000112", period: PERIOD };
// So small that one reading cannot be timed.
const SMALL_FILES = 2_000;

const nothing = async () => undefined;

/** Times what the DSO says of a month of 1 000 consumers, against the least that its format costs. */
export async function benchSummary(): Promise<BenchRow[]> {
  const { bytes } = await writeSummaryWorkbook(exampleSummary(), FILE);
  const library = { prepare: nothing, run: () => new ExcelJS.Workbook().xlsx.load(bytes.buffer) };
  const read = await race({ prepare: nothing, run: () => readSummaryWorkbook(bytes) }, library, ROUNDS);
  const summary = exampleSummary();
  const written = await race({ prepare: nothing, run: () => writeSummaryWorkbook(summary, FILE) }, library, ROUNDS);
  const times = ({ candidateMs, referenceMs }: RaceResult) =>
    `${candidateMs.toFixed(0)} ms, exceljs reads in ${referenceMs.toFixed(0)} ms`;
  const size = `${(bytes.length / 1e3).toFixed(0)} kB, ${CONSUMERS * (PERIODS.length + 1)} rows`;
  return [
    {
      name: "summary of 1 000 consumers, read / exceljs alone",
      ratio: read.ratio,
      aim: 2,
      detail: `${size}: ${times(read)}`,
    },
    {
      name: "summary of 1 000 consumers, written / exceljs reading it",
      ratio: written.ratio,
      aim: 3,
      detail: times(written),
    },
    await benchText("energy files", energyFile(), readEnergyFile),
    await benchText("producer's detail of 1 000 consumers", detailFile(), readProducerDetailFile),
  ];
}

function exampleSummary(): SummaryWorkbook<string> {
  const consumers = Array.from({ length: CONSUMERS }, (_, n) => exampleConsumer(n));
  const producers = Array.from({ length: PRODUCERS }, (_, n) => ({
    identifier: String(40_000_000_000_000 + n),
    injectionWh: 1_234_560 + n * 10,
    selfProducedWh: 1_000_000 + n * 10,
    surplusWh: 234_560,
  }));
  const operation = {
    withdrawalWh: null,
    productionWh: null,
    selfConsumedWh: null,
    surplusWh: null,
    selfConsumptionRate: 0.81,
    selfProductionRate: 0.4,
    coverageRate: 0.5,
  };
  return { operation, producers, consumers };
}

function exampleConsumer(n: number): ConsumerSummary<string> {
  const byPeriod = PERIODS.map((label, k) => ({
    label,
    tariffPeriod: label,
    withdrawalWh: 123_450 + n * 10 + k,
    selfConsumedWh: 23_450 + n,
    complementWh: 100_000 + n * 9 + k,
  }));
  const totals = { withdrawalWh: 493_806 + n * 40, selfConsumedWh: 93_800 + n * 4, complementWh: 400_006 + n * 36 };
  return { identifier: String(30_000_000_000_000 + n), ...totals, byPeriod };
}

type TextFile = { readonly text: string; readonly copies: number };

function energyFile(): TextFile {
  const rows = PERIODS.map((label, k) => ({ label, energyWh: 8_495_170 + k * 10 }));
  const { text } = writeEnergyFile({ identifier: "12345678901234", quantity: "self_consumed", period: PERIOD, rows });
  return { text, copies: SMALL_FILES };
}

function detailFile(): TextFile {
  const rows = Array.from({ length: CONSUMERS }, (_, n) => ({
    prm: String(30_000_000_000_000 + n),
    energyWh: n * 1_230,
  }));
  return { text: writeProducerDetailFile({ producer: "12345678901234", period: PERIOD, rows }).text, copies: 20 };
}

// Against a program that cuts and converts, and checks nothing.
async function benchText(
  name: string,
  { text, copies }: TextFile,
  read: (bytes: Uint8Array) => unknown,
): Promise<BenchRow> {
  const bytes = new TextEncoder().encode(text);
  const repeat = (run: () => unknown) => ({
    prepare: nothing,
    run: async () => {
      for (let copy = 0; copy < copies; copy += 1) run();
    },
  });
  const { ratio, candidateMs } = await race(
    repeat(() => read(bytes)),
    repeat(() => readNaively(bytes)),
    ROUNDS,
  );
  const speed = (bytes.length * copies) / candidateMs / 1e3;
  return { name: `${name} / split and Number`, ratio, aim: 15, detail: `${speed.toFixed(1)} MB/s` };
}

function readNaively(bytes: Uint8Array): number {
  let total = 0;
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    const [, cell = ""] = line.split(";");
    total += Number(cell.replace(",", "."));
  }
  return total;
}
