import "server-only";
import { listDeliveries, readDelivery } from "@/lib/data/coefficient-deliveries";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listDefaultShareDays, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { compareShares, type SharesComparison } from "@/lib/domain/coefficients/compare-shares";
import { NO_PPM } from "@/lib/domain/coefficients/delivery";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** The coefficients of the default key in a run, beside those that the operator says it used. */
export type DefaultShares = {
  /** What the operator reported last; null when it reported nothing yet. */
  readonly reported: { readonly fileName: string | null; readonly createdAt: Date } | null;
  readonly consumers: readonly (SharesComparison & {
    readonly id: string;
    readonly name: string;
    readonly prm: string;
    /** Mean of the coefficients computed, over every step where the default key applied; a part of 1. */
    readonly mean: number;
    /** Start of the first step that differs. [ms since 1970-01-01T00:00:00Z] */
    readonly firstStepMs: number | null;
  })[];
};

/**
 * What the default key gave each consumer, and what the operator says of it.
 *
 * @returns Null when the default key shared no step of the run.
 */
export async function compareDefaultShares(
  operationId: AuthorizedOperationId,
  { id, period, stepMinutes }: Pick<SettlementRunSummary, "id" | "period" | "stepMinutes">,
): Promise<DefaultShares | null> {
  const [days, deliveries, points] = await Promise.all([
    listDefaultShareDays(operationId, id),
    listDeliveries(operationId),
    listMeteringPoints(operationId),
  ]);
  if (days.length === 0) return null;
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const summary = deliveries.find((each) => each.source === "operator" && each.period.from === period.from);
  const reported = summary ? (await readDelivery(operationId, summary)).coefficients : null;
  const theirs = reported?.kind === "dynamic_simple" ? reported.ppm : new Map<string, Int32Array>();
  const nothing = new Int32Array(axis.length).fill(NO_PPM);
  const names = new Map(points.map(({ id: pointId, name, prm }) => [pointId, { name, prm }]));
  const consumers = [...joinShares(days, axis)].map(([consumerId, ours]) => {
    const comparison = compareShares(ours, theirs.get(consumerId) ?? nothing, summary?.unitPpm ?? 1);
    const { firstStep } = comparison;
    return {
      id: consumerId,
      ...(names.get(consumerId) ?? { name: "", prm: "" }),
      ...comparison,
      mean: meanOf(ours),
      firstStepMs: firstStep === null ? null : axis.startMs + firstStep * axis.stepMinutes * 60_000,
    };
  });
  return {
    reported: summary ? { fileName: summary.fileName, createdAt: summary.createdAt } : null,
    consumers: consumers.sort((a, b) => a.name.localeCompare(b.name, "fr")),
  };
}

function joinShares(
  days: Awaited<ReturnType<typeof listDefaultShareDays>>,
  axis: TimeAxis,
): ReadonlyMap<string, Float64Array> {
  const startOf = new Map(listParisDays(axis).map(({ day, start }) => [day, start]));
  const joined = new Map<string, Float64Array>();
  for (const { consumerId, day, shares } of days) {
    const whole = joined.get(consumerId) ?? new Float64Array(axis.length).fill(Number.NaN);
    whole.set(shares, startOf.get(day) ?? 0);
    joined.set(consumerId, whole);
  }
  return joined;
}

function meanOf(shares: Float64Array): number {
  const known = shares.filter((share) => !Number.isNaN(share));
  return known.reduce((sum, share) => sum + share, 0) / known.length;
}
