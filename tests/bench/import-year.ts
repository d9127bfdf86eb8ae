import { operatorScope } from "@/lib/cli/operator-scope";
import { findMeasureImport } from "@/lib/data/measure-imports";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { runQueuedImport } from "@/lib/services/measures/run-queued-import";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import type { BenchRow } from "./allocation";
import { copyBareRows, createTableLike, takeBareRows } from "./bare-copy";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { race } from "./race";
import { zipCurves } from "./zip-curves";

const PRMS = 300;
const YEAR: Period = { from: civilDate("2025-01-01"), toExclusive: civilDate("2026-01-01") };
const ROUNDS = 3;

/**
 * Times the import of a year of 300 meters the way a large upload goes, kept and queued by a request, then run by a
 * worker, against a bare COPY of the rows it writes.
 */
export async function benchImportYear(): Promise<BenchRow[]> {
  const first = await prepareYear();
  await runYear(first);
  const rows = await takeBareRows("load_curve_day", first.operation.id);
  const bare = await createTableLike("load_curve_day");
  const reference = { prepare: bare.empty, run: () => copyBareRows(bare.name, rows) };
  const { ratio, candidateMs, referenceMs } = await race({ prepare: prepareYear, run: runYear }, reference, ROUNDS);
  await bare.drop();
  const [zip, copied] = [first.zip, rows].map(({ length }) => (length / 1e6).toFixed(0));
  const [seconds, referenceSeconds] = [candidateMs, referenceMs].map((ms) => (ms / 1000).toFixed(2));
  return [
    {
      name: `import, year of ${PRMS} PRM kept, queued and run / bare COPY of its rows`,
      ratio,
      aim: 4,
      detail: `zip ${zip} MB, rows ${copied} MB: ${seconds} s, COPY ${referenceSeconds} s`,
    },
  ];
}

type PreparedYear = { readonly operation: BenchOperation; readonly zip: Uint8Array };

// An operation of its own for each run: a second import of the same files would have nothing to write.
async function prepareYear(): Promise<PreparedYear> {
  const operation = await createBenchOperation(YEAR.from, { consumers: PRMS, producers: 0 });
  const prms = operation.points.map(({ prm }) => prm);
  return { operation, zip: zipCurves(prms, YEAR, 1) };
}

async function runYear({ operation: { id }, zip }: PreparedYear): Promise<void> {
  const { importId, status } = await submitMeasures(id, operatorScope.actor, [{ name: "annee.zip", bytes: zip }]);
  if (status !== "queued") throw new Error(`a year of ${PRMS} PRM is no import for a request: ${status}`);
  await runQueuedImport(id, importId);
  const { status: end, report } = (await findMeasureImport(id, importId)) ?? {};
  if (end !== "done" || report?.totals.newDayCount !== PRMS * 365) throw new Error(`the import was not whole: ${end}`);
}
