import "server-only";
import { findSettlementRun, listSettlementRuns, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { openStatements, type StatementRecipient } from "./open-statements";
import { type OutputOperation, type OutputPoint, readOutputRun } from "./read-output-run";

/** What can be downloaded of a run, and how much of it there is. */
export type RunFiles = {
  readonly run: SettlementRunSummary;
  /** Versions of the period, latest first. */
  readonly versions: readonly number[];
  readonly producers: readonly OutputPoint[];
  /** Null for whoever may not see statements. */
  readonly recipients: readonly StatementRecipient[] | null;
  readonly counts: {
    /** In the archive of annexe 6. */
    readonly annex6Files: number;
    readonly points: number;
    readonly steps: number;
    /** Of the long table, without its header. */
    readonly longRows: number;
  };
};

const QUANTITIES_OF_A_POINT = 3;
const QUANTITIES_OF_THE_OPERATION = 5;
const FILES_OF_A_QUANTITY = 2; // curve and energy

/**
 * What the screen of files shows of a period; null when it was never settled, or has no such version.
 *
 * @param version - The latest without it.
 * @param mayTell - Whether statements, which name people, may be seen.
 */
export async function readRunFiles(
  operation: OutputOperation,
  periodFrom: CivilDate,
  { version, mayTell }: { readonly version: number | undefined; readonly mayTell: boolean },
): Promise<RunFiles | null> {
  const run = await findSettlementRun(operation.id, periodFrom, version);
  const output = run && (await readOutputRun(operation, run.id));
  if (!output) return null;
  const [runs, statements] = await Promise.all([
    listSettlementRuns(operation.id),
    mayTell ? openStatements(output) : null,
  ]);
  const { producers, consumers } = output;
  const points = producers.length + consumers.length;
  const quantities = QUANTITIES_OF_THE_OPERATION + points * QUANTITIES_OF_A_POINT;
  const steps = parisPeriodAxis(run.period.from, run.period.toExclusive, run.stepMinutes).length;
  return {
    run,
    versions: runs.filter(({ period }) => period.from === periodFrom).map((each) => each.version),
    producers,
    recipients: statements?.recipients ?? null,
    counts: {
      annex6Files: quantities * FILES_OF_A_QUANTITY + producers.length + 2,
      points,
      steps,
      longRows: points * steps * QUANTITIES_OF_A_POINT,
    },
  };
}
