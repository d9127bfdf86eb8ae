// Forked by import-memory.ts with an operation and a zip: imports it, and tells its parent what that took.
import { readFile, writeFile } from "node:fs/promises";
import { operatorScope } from "@/lib/cli/operator-scope";
import { findMeasureImport } from "@/lib/data/measure-imports";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { runQueuedImport } from "@/lib/services/measures/run-queued-import";
import { submitMeasures } from "@/lib/services/measures/submit-measures";

export type MeasuredImport = {
  /** Resident before the file is read, and at most until it is imported. [B] */
  readonly idleBytes: number;
  readonly peakBytes: number;
  readonly zipBytes: number;
  readonly newDayCount: number;
  readonly ms: number;
};

const [operation, file] = process.argv.slice(2);
if (!(operation && file)) throw new Error("started without an operation and a zip");
const operationId = operatorScope.authorizeOperation(operation);

await startQueue();
await findMeasureImport(operationId, operation); // opens the connections
globalThis.gc?.();
const idleBytes = process.memoryUsage.rss();
await forgetPeak();
const startMs = performance.now();
const { importId, zipBytes } = await submit(file);
await runQueuedImport(operationId, importId);
const ms = performance.now() - startMs;
const peakBytes = await readPeakBytes();
const newDayCount = (await findMeasureImport(operationId, importId))?.report?.totals.newDayCount ?? 0;
await stopQueue();
process.send?.({ idleBytes, peakBytes, zipBytes, newDayCount, ms } satisfies MeasuredImport, () => process.exit());

async function submit(path: string) {
  const bytes = await readFile(path);
  const { importId: id } = await submitMeasures(operationId, operatorScope.actor, [{ name: "mesures.zip", bytes }]);
  return { importId: id, zipBytes: bytes.length };
}

// Loading the program takes more than running it idle does: its peak is not the import's. Linux only, like what follows.
function forgetPeak(): Promise<void> {
  return writeFile("/proc/self/clear_refs", "5");
}

async function readPeakBytes(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8");
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kibibytes) * 1024;
}
