import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { SettlementRunSummary } from "@/lib/data/settlement-runs";
import { RESULT_QUANTITIES, type ResultQuantity } from "@/lib/domain/comparison/published-results";
import { roleOfQuantity } from "@/lib/domain/perimeter/role-of-quantity";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { readPublishedResults } from "./read-published-results";
import { readRunResults } from "./read-run-results";

/** One day of a result of one metering point, ours and the operator's. */
export type ComparedDay = {
  readonly prm: string;
  readonly name: string;
  readonly quantity: ResultQuantity;
  readonly day: CivilDate;
  readonly steps: readonly ComparedStep[];
};

/** Null where missing. [Wh] */
export type ComparedStep = {
  readonly startMs: number;
  readonly endMs: number;
  readonly oursWh: number | null;
  readonly theirsWh: number | null;
};

/** Two curves of one day side by side; null when the operation has no such metering point. */
export async function readComparedDay(
  operationId: AuthorizedOperationId,
  run: SettlementRunSummary,
  { prm, quantity, day }: Pick<ComparedDay, "prm" | "quantity" | "day">,
): Promise<ComparedDay | null> {
  const point = (await listMeteringPoints(operationId)).find((each) => each.prm === prm);
  if (!point) return null;
  const days = { from: day, toExclusive: addDays(day, 1) };
  const [results, published] = await Promise.all([
    readRunResults(operationId, { id: run.id, period: days, stepMinutes: run.stepMinutes }, point.id),
    readPublishedResults(operationId, days, run.stepMinutes, point.id),
  ]);
  const role = roleOfQuantity(quantity);
  const [ours] = role === "producer" ? results.producers : results.consumers;
  const theirs = published.curves.find((curve) => curve.quantity === quantity)?.energyWh;
  const isShared = quantity === RESULT_QUANTITIES[role].shared;
  const { startMs, stepMinutes, length } = results.axis;
  const steps = Array.from({ length }, (_, t): ComparedStep => {
    const sharedWh = ours?.sharedWh[t] ?? Number.NaN;
    const oursWh = isShared ? sharedWh : Math.max(0, (ours?.energyWh[t] ?? Number.NaN) - sharedWh);
    const atMs = startMs + t * stepMinutes * 60_000;
    return {
      startMs: atMs,
      endMs: atMs + stepMinutes * 60_000,
      oursWh: knownOrNull(oursWh),
      theirsWh: knownOrNull(theirs?.[t] ?? Number.NaN),
    };
  });
  return { prm, name: point.name, quantity, day, steps };
}

const knownOrNull = (wh: number) => (Number.isNaN(wh) ? null : wh);
