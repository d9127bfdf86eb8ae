import { pathToFileURL } from "node:url";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import type { BenchRow } from "./allocation";

const ROUNDS = 40;
const PERIOD = { from: civilDate("2025-01-01"), toExclusive: civilDate("2027-01-01") };

/** Times the reading of two years of curve against other readings of the same values. */
export function benchAnnex6(): BenchRow[] {
  const halfHours = curveFile(30);
  const fiveMinutes = curveFile(5);
  const json = JSON.stringify(halfHours.values);

  const read = time(() => readLoadCurveFile(halfHours.bytes, PERIOD)) / halfHours.values.length;
  const readFive = time(() => readLoadCurveFile(fiveMinutes.bytes, PERIOD)) / fiveMinutes.values.length;
  const parse = time(() => JSON.parse(json)) / halfHours.values.length;
  const naive = time(() => readNaively(halfHours.text)) / halfHours.values.length;
  return [
    { name: "annexe 6, 30 min / split and Number", ratio: read / naive, aim: 0.5, detail: speeds(read, naive) },
    {
      name: "annexe 6, 30 min / JSON.parse of the bare values",
      ratio: read / parse,
      aim: 4,
      detail: speeds(read, parse),
    },
    {
      name: "annexe 6, 5 min / JSON.parse, per value",
      ratio: readFive / parse,
      aim: 3,
      detail: speeds(readFive, parse),
    },
  ];
}

function curveFile(stepMinutes: number) {
  const axis = parisPeriodAxis(PERIOD.from, PERIOD.toExclusive, stepMinutes);
  const values = Array.from({ length: axis.length }, (_, t) => (t * 7919) % 100_000);
  const series = { axis, energyWh: Float64Array.from(values) };
  const { text } = writeLoadCurveFile({ identifier: "12345678901234", quantity: "withdrawal", series });
  return { values, text, bytes: new TextEncoder().encode(text) };
}

// The least a program can do: no calendar, no check, no problem told.
function readNaively(text: string): number {
  let total = 0;
  for (const line of text.split("\n")) {
    const [, ...cells] = line.split(";");
    for (const cell of cells) total += Number(cell) / 2;
  }
  return total;
}

// The best of many: the machine's other work only ever adds.
function time(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function speeds(...msPerValue: readonly [number, number]): string {
  const [candidate, reference] = msPerValue.map((ms) => (1e-3 / ms).toFixed(1));
  return `${candidate} M values/s, reference ${reference}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, ratio, aim, detail } of benchAnnex6()) {
    console.info(`${name}: ${ratio.toFixed(3)} (aim ≤ ${aim}) · ${detail}`);
  }
}
