import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { writeR63File } from "@/lib/formats/r63/write-r63-file";
import { writeSgeHistoryFile } from "@/lib/formats/sge/write-sge-history-file";
import { UPLOAD_LIMITS } from "@/lib/services/measures/upload-limits";
import type { BenchRow } from "./allocation";
import { createBenchOperation } from "./bench-operation";
import type { MeasuredImport } from "./import-memory-process";

const AIM_BYTES = 500_000_000;
const AXIS = parisPeriodAxis(civilDate("2025-01-01"), civilDate("2026-01-01"), 30);
const YEARS_OF_AN_R63 = 31; // of one meter each: together nearly the largest file that is accepted

type CurveFile = { readonly name: string; readonly text: string };

/** How many PRM a file holds, and what it says of them; the values matter little here. */
type Shape = { readonly label: string; readonly prmsPerFile: number; readonly write: (prms: string[]) => CurveFile };

const SERIES = { axis: AXIS, energyWh: Float64Array.from({ length: AXIS.length }, (_, t) => (t * 7919) % 3_000) };

const SHAPES: readonly Shape[] = [
  {
    label: "annexe 6",
    prmsPerFile: 1,
    write: ([identifier = ""]) => writeLoadCurveFile({ identifier, quantity: "withdrawal", series: SERIES }),
  },
  {
    label: "SGE history",
    prmsPerFile: 1,
    write: ([identifier = ""]) => ({
      name: `${identifier}.csv`,
      text: writeSgeHistoryFile({ identifier, stampConvention: "end", quantity: "withdrawal", series: [SERIES] }),
    }),
  },
  {
    label: "R63",
    prmsPerFile: YEARS_OF_AN_R63,
    write: (prms) => ({
      name: `R63_${prms[0]}.json`,
      text: writeR63File(
        prms.map((identifier) => ({
          identifier,
          stampConvention: "end",
          curves: [{ quantity: "withdrawal", series: [SERIES] }],
        })),
      ),
    }),
  },
];

/**
 * Measures what the largest zip that is accepted, 500 MB unpacked, adds to the memory of a process of its own, which
 * does both parts: it keeps and queues the upload like a request, then runs it like a worker.
 */
export async function benchImportMemory(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const shape of SHAPES) rows.push(await benchShape(shape));
  return rows;
}

async function benchShape(shape: Shape): Promise<BenchRow> {
  const directory = await mkdtemp(path.join(tmpdir(), "prorata-bench-"));
  try {
    const file = path.join(directory, "mesures.zip");
    const { operationId, unpackedBytes, dayCount } = await prepareZip(shape, file);
    const measured = await measureImport(operationId, file);
    if (measured.newDayCount !== dayCount) throw new Error(`the import was not whole: ${JSON.stringify(measured)}`);
    const { idleBytes, peakBytes, zipBytes, ms } = measured;
    const [idle, peak, zip, unpacked] = [idleBytes, peakBytes, zipBytes, unpackedBytes].map(megabytes);
    return {
      name: `import, peak memory above idle for a zip of ${shape.label} / ${megabytes(AIM_BYTES)}`,
      ratio: (peakBytes - idleBytes) / AIM_BYTES,
      aim: 1,
      detail: `idle ${idle}, peak ${peak}; zip ${zip}, unpacked ${unpacked}, ${(ms / 1000).toFixed(0)} s`,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function prepareZip({ prmsPerFile, write }: Shape, file: string) {
  const sample = Buffer.byteLength(write(Array.from({ length: prmsPerFile }, () => "0".repeat(14))).text);
  const fileCount = Math.floor((UPLOAD_LIMITS.unpackedBytes * 0.999) / sample);
  const from = civilDate("2025-01-01");
  const operation = await createBenchOperation(from, { consumers: fileCount * prmsPerFile, producers: 0 });
  const prms = operation.points.map(({ prm }) => prm);
  const encoder = new TextEncoder();
  let unpackedBytes = 0;
  const files: Record<string, Uint8Array> = {};
  for (let n = 0; n < fileCount; n += 1) {
    const { name, text: content } = write(prms.slice(n * prmsPerFile, (n + 1) * prmsPerFile));
    const bytes = encoder.encode(content);
    files[name] = bytes;
    unpackedBytes += bytes.length;
  }
  await writeFile(file, zipSync(files, { level: 6 }));
  return { operationId: operation.id, unpackedBytes, dayCount: prms.length * 365 };
}

// The peak of a process never falls again: each import needs one of its own.
async function measureImport(operationId: string, file: string): Promise<MeasuredImport> {
  const entry = path.join(import.meta.dirname, "import-memory-process.ts");
  const child = fork(entry, [operationId, file]);
  const ended = once(child, "exit");
  const [measured] = await Promise.race([once(child, "message"), ended]);
  await ended;
  if (typeof measured !== "object") throw new Error("the import ended before its end");
  return measured as MeasuredImport; // sent by that entry as this very type
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
