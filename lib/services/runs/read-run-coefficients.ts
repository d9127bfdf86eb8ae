import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementRun, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { type DayRule, listDayRules } from "@/lib/domain/settlement/list-day-rules";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { compareDefaultShares, type DefaultShares } from "./compare-default-shares";

/** Which coefficients shared a period, and why. */
export type RunCoefficients = {
  readonly run: SettlementRunSummary;
  readonly day: CivilDate;
  /** Of the day, in the order of time. */
  readonly dayRules: readonly (Omit<DayRule, "producerId"> & { readonly producerName: string | null })[];
  /** Null when the default key shared no step. */
  readonly defaultShares: DefaultShares | null;
};

/**
 * What the latest run of a period says of its coefficients; null when it was never settled.
 *
 * @param day - The day to look at; else the first one on which the rule did not hold at some step, else the first.
 */
export async function readRunCoefficients(
  operationId: AuthorizedOperationId,
  periodFrom: CivilDate,
  day: CivilDate | undefined,
): Promise<RunCoefficients | null> {
  const run = await findSettlementRun(operationId, periodFrom);
  if (!run) return null;
  const { period, stepMinutes, rules } = run;
  const [points, defaultShares] = await Promise.all([
    listMeteringPoints(operationId),
    compareDefaultShares(operationId, run),
  ]);
  const names = new Map(points.map(({ id, name }) => [id, name]));
  const isInside = day !== undefined && day >= period.from && day < period.toExclusive;
  const shown = isInside ? day : firstNotableDay(run);
  const rule = rules.find(({ from, toExclusive }) => from <= shown && shown < toExclusive);
  const dayRules = rule ? listDayRules(rule, parisDayAxis(shown, stepMinutes)) : [];
  return {
    run,
    day: shown,
    dayRules: dayRules.map(({ producerId, ...line }) => ({
      ...line,
      producerName: producerId && (names.get(producerId) ?? ""),
    })),
    defaultShares,
  };
}

function firstNotableDay({ period, rules }: SettlementRunSummary): CivilDate {
  const [first] = rules.flatMap(({ exceptions = [] }) => exceptions.map(({ fromMs }) => fromMs)).sort((a, b) => a - b);
  return first === undefined ? period.from : parisCivilDate(first);
}
