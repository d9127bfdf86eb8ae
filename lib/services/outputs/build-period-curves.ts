import "server-only";
import { listSettlementRuns } from "@/lib/data/settlement-runs";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";
import type { RunFile } from "./build-run-file";
import { joinLongCurves } from "./list-long-curves";
import { type OutputOperation, type OutputRun, readOutputRun } from "./read-output-run";

/**
 * The curves of the latest run of each settled period between two days, as one long table for programs.
 *
 * @param from - First day of the first period.
 * @param toExclusive - The day by which the last period is over.
 * @param prm - Only this metering point, in the periods in which it counted.
 * @returns Null when no period between them was settled.
 */
export async function buildPeriodCurves(
  operation: OutputOperation,
  from: CivilDate,
  toExclusive: CivilDate,
  prm: string | null,
): Promise<RunFile | null> {
  const runs = (await listSettlementRuns(operation.id)).filter(
    ({ period }) => period.from >= from && period.toExclusive <= toExclusive,
  );
  // Latest period and latest version first: what is put last into the map stands.
  const latest = [...new Map(runs.toReversed().map((run) => [run.period.from, run])).values()];
  const [first, last] = [latest[0], latest.at(-1)];
  if (!first || !last) return null;
  async function* outputs(): AsyncGenerator<OutputRun> {
    for (const { id } of latest) {
      const output = await readOutputRun(operation, id);
      if (output) yield output;
    }
  }
  const { accNumber, slug } = operation.sheet;
  const dated = writeDatedFileName(accNumber ?? slug, {
    from: first.period.from,
    toExclusive: last.period.toExclusive,
  });
  const content = joinLongCurves(outputs(), prm);
  return { name: `${dated}${prm === null ? "" : `_${prm}`}_courbes.csv`, type: "text/csv; charset=utf-8", content };
}
