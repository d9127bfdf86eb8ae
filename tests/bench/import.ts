import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { importMeasures } from "@/lib/services/measures/import-measures";
import type { BenchRow } from "./allocation";
import { copyBareRows, createTableLike, takeBareRows } from "./bare-copy";
import { type BenchOperation, createBenchOperation } from "./bench-operation";
import { type RaceResult, race } from "./race";
import { zipCurves } from "./zip-curves";

const PRMS = 300;
const MONTH: Period = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };
const ROUNDS = 9;

const prmsOf = ({ points }: BenchOperation) => points.map(({ prm }) => prm);

/** Times the import of a month of 300 meters, zip to committed rows, against a bare COPY of the rows it writes. */
export async function benchImport(): Promise<BenchRow[]> {
  const first = await prepareImport();
  await runImport(first);
  const rows = await takeBareRows("load_curve_day", first.operation.id);
  const bare = await createTableLike("load_curve_day");
  const reference = { prepare: bare.empty, run: () => copyBareRows(bare.name, rows) };

  const fresh = await race({ prepare: prepareImport, run: runImport }, reference, ROUNDS);
  const corrected = await race({ prepare: prepareCorrection, run: runImport }, reference, ROUNDS);
  await bare.drop();
  const megabytes = (bytes: Uint8Array) => (bytes.length / 1e6).toFixed(1);
  const sizes = `zip ${megabytes(first.zip)} MB, rows ${megabytes(rows)} MB`;
  const times = ({ candidateMs, referenceMs }: RaceResult) =>
    `${candidateMs.toFixed(0)} ms, COPY ${referenceMs.toFixed(0)} ms`;
  return [
    {
      name: "import, month of 300 PRM / bare COPY of its rows",
      ratio: fresh.ratio,
      aim: 3,
      detail: `${sizes}: ${times(fresh)}`,
    },
    {
      name: "import, every value of that month corrected / same COPY",
      ratio: corrected.ratio,
      aim: null,
      detail: times(corrected),
    },
  ];
}

type PreparedImport = { readonly operation: BenchOperation; readonly zip: Uint8Array };

// An operation of its own for each run: a second import of the same files would have nothing to write.
async function prepareImport(): Promise<PreparedImport> {
  const operation = await createBenchOperation(MONTH.from, { consumers: PRMS, producers: 0 });
  return { operation, zip: zipCurves(prmsOf(operation), MONTH, 1) };
}

async function prepareCorrection(): Promise<PreparedImport> {
  const { operation, zip } = await prepareImport();
  await runImport({ operation, zip });
  return { operation, zip: zipCurves(prmsOf(operation), MONTH, 2) };
}

async function runImport({ operation, zip }: PreparedImport): Promise<void> {
  const { status, report } = await importMeasures(operation.id, {
    importId: randomUUID(),
    actor: operatorScope.actor,
    uploads: [{ name: "mesures.zip", bytes: zip }],
  });
  if (status !== "done") throw new Error(`the import was refused: ${JSON.stringify(report.totals)}`);
}
