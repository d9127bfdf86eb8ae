import { pathToFileURL } from "node:url";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { readR63File } from "@/lib/formats/r63/read-r63-file";
import { writeR63File } from "@/lib/formats/r63/write-r63-file";
import { readSgeHistoryFile } from "@/lib/formats/sge/read-sge-history-file";
import { writeSgeHistoryFile } from "@/lib/formats/sge/write-sge-history-file";
import type { BenchRow } from "./allocation";
import { race } from "./race";

const ROUNDS = 15;
const STAMPED = { identifier: "12345678901234", stampConvention: "end" } as const;
const PREPARED = { prepare: async () => undefined };

/** Times the reading of two years of SGE history and of R63 against the least a program can do with the same text. */
export async function benchCurves(): Promise<BenchRow[]> {
  const axis = parisPeriodAxis(civilDate("2025-01-01"), civilDate("2027-01-01"), 30);
  const series = [{ axis, energyWh: Float64Array.from({ length: axis.length }, (_, t) => (t * 7919) % 100_000) }];
  const sge = writeSgeHistoryFile({ ...STAMPED, quantity: "withdrawal", series });
  const r63 = writeR63File([{ ...STAMPED, curves: [{ quantity: "withdrawal", series }] }]);
  const [sgeBytes, r63Bytes] = [sge, r63].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];
  return [
    await compare("SGE history / split, Date.parse and Number", 3, axis.length, {
      candidate: () => readSgeHistoryFile(sgeBytes),
      reference: () => readNaively(sge),
    }),
    await compare("R63 / JSON.parse of the same text", 4, axis.length, {
      candidate: () => readR63File(r63Bytes),
      reference: () => JSON.parse(r63),
    }),
  ];
}

async function compare(
  name: string,
  aim: number,
  valueCount: number,
  { candidate, reference }: Readonly<Record<"candidate" | "reference", () => unknown>>,
): Promise<BenchRow> {
  const { ratio, candidateMs, referenceMs } = await race(
    { ...PREPARED, run: async () => candidate() },
    { ...PREPARED, run: async () => reference() },
    ROUNDS,
  );
  const [speed, referenceSpeed] = [candidateMs, referenceMs].map((ms) => (valueCount / ms / 1000).toFixed(2));
  return { name, ratio, aim, detail: `${speed} M values/s, reference ${referenceSpeed}` };
}

// No calendar, no check, no problem told.
function readNaively(text: string): number {
  let total = 0;
  for (const line of text.split("\r\n").slice(3)) {
    const [stamp = "", value = ""] = line.split(";");
    if (Date.parse(stamp) > 0) total += Number(value) / 2;
  }
  return total;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, ratio, aim, detail } of await benchCurves()) {
    console.info(`${name}: ${ratio.toFixed(3)} (aim ≤ ${aim}) · ${detail}`);
  }
}
