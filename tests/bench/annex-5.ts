import { civilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { readAnnex5File } from "@/lib/formats/annex-5/read-annex-5-file";
import { type CoefficientDay, writeAnnex5File } from "@/lib/formats/annex-5/write-annex-5-file";
import type { BenchRow } from "./allocation";

const PERIOD = { from: civilDate("2026-01-01"), toExclusive: civilDate("2027-01-01") };
const PRMS = Array.from({ length: 1_000 }, (_, j) => `1234567890${1_000 + j}`);
const STEP_MINUTES = 30;
// What the year alone is as text and as coefficients: far more than either way may hold.
const AIM_MB = 64;

/** Writes and reads the coefficients of a year of 1 000 PRM, a day at a time, and how much memory that takes. */
export async function benchAnnex5(): Promise<BenchRow[]> {
  const written = await measure(async (note) => {
    let bytes = 0;
    for await (const text of writeAnnex5File(layout, days())) {
      bytes += text.length;
      note();
    }
    return bytes;
  });
  const read = await measure(async (note) => {
    const chunks = encode(writeAnnex5File(layout, days()));
    const name = "ACC00000001_30_01012026_31122026.txt";
    const { problems, rowCount } = await readAnnex5File({ name, chunks }, { consumerPrms: PRMS, period: PERIOD }, note);
    if (problems.errorCount > 0 || rowCount !== 17_520) throw new Error(JSON.stringify(problems.listed));
    return rowCount;
  });
  const size = `${(written.result / 1e6).toFixed(0)} MB of text`;
  return [
    row("annexe 5, year × 1 000 PRM written: peak memory", written, `${size} in ${seconds(written)}`),
    row("annexe 5, year × 1 000 PRM written and read: peak memory", read, `in ${seconds(read)}`),
  ];
}

const layout = { prms: PRMS, stepMinutes: STEP_MINUTES };

// One day, given 365 times: what is measured is the file, not its making.
function* days(): Generator<CoefficientDay> {
  const axis = parisPeriodAxis(PERIOD.from, PERIOD.toExclusive, STEP_MINUTES);
  const rows = PRMS.map((_, j) => Uint32Array.from({ length: 50 }, (_, t) => ((t * 7_919 + j * 104_729) % 20) * 100));
  for (const { day, length } of listParisDays(axis)) {
    yield { day, ppm: rows.map((values) => values.subarray(0, length)) };
  }
}

async function* encode(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

type Measured<T> = { readonly result: T; readonly ms: number; readonly peakBytes: number };

/** @param run - Says when to look at the memory: what is live then is what it holds. */
async function measure<T>(run: (note: () => void) => Promise<T>): Promise<Measured<T>> {
  globalThis.gc?.();
  const before = held();
  let [peakBytes, notes] = [0, 0];
  const startMs = performance.now();
  const result = await run(() => {
    notes += 1;
    if (notes % 30 !== 0) return;
    globalThis.gc?.();
    peakBytes = Math.max(peakBytes, held() - before);
  });
  return { result, ms: performance.now() - startMs, peakBytes };
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function row(name: string, { peakBytes }: Measured<number>, detail: string): BenchRow {
  return { name: `${name} / ${AIM_MB} MB`, ratio: peakBytes / 1e6 / AIM_MB, aim: 1, detail };
}

function seconds({ ms }: Measured<number>): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
