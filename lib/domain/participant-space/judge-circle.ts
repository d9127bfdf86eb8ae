import type { FiguresGroup, Holding } from "@/lib/domain/publishing/figures-group";
import { groupHoldings, type SettledHolding } from "@/lib/domain/publishing/group-holdings";
import { LEAST_CIRCLE } from "./least-circle";
import type { ClosedRun, WithheldReason } from "./others-comparison";

/** What is told of a circle: consumption, share, and what the two leave for suppliers. */
const SUMS = ["consumers", "selfConsumers", "complementConsumers"] as const satisfies readonly (keyof FiguresGroup)[];

/** Less is the dust of another order of sums. [Wh] */
const SAME_WH = 0.5;

/**
 * Whether sums over some participants can be shown for closed months without telling of fewer than five of them.
 *
 * They can while everybody who is behind a sum is behind it in each of the runs, with the same metering points, and
 * nobody else ever is: whatever is added or subtracted, all of them stay, or nobody. Hence nothing is lost by putting
 * months, years or the views of two readers together, see `LEAST_CIRCLE`. Two versions of a month differ by those whose
 * figures are others in them: nobody, or as many. Months with different circles could be weighed against each other as
 * for the public page (`isolatesSomebody`); with two readers who know their own and five who have to stay, that proof
 * is long, and this one is a line.
 *
 * @param runs - Every run that may have been shown within reach, of these participants only; each under what it is to be
 *   counted as, see `legalEntity`.
 * @returns Null when they can.
 */
export function judgeCircle(runs: readonly ClosedRun[]): Exclude<WithheldReason, "exposes_others"> | null {
  const groups = runs.map(({ settled }) => groupHoldings(settled));
  const isLarge = groups.every((group) => SUMS.every((sum) => countEntities(group[sum]) >= LEAST_CIRCLE));
  if (groups.length === 0 || !isLarge) return "too_few";
  const hasChanged = SUMS.some((sum) => new Set(groups.map((group) => keyOf(group[sum]))).size > 1);
  if (hasChanged || runs.some(({ settled }) => isHandedOver(settled))) return "changed";
  return runs.some((run, index) => runs.slice(index + 1).some((other) => isTelling(run, other))) ? "corrected" : null;
}

const countEntities = (holdings: readonly Holding[]): number =>
  new Set(holdings.map(({ participantId }) => participantId)).size;

const keyOf = (holdings: readonly Holding[]): string =>
  [...new Set(holdings.map(({ participantId, meteringPointId }) => `${participantId} ${meteringPointId}`))]
    .toSorted()
    .join();

// Its energy is of two, and nobody knows here which part is whose.
function isHandedOver(settled: readonly SettledHolding[]): boolean {
  const holders = new Map<string, string>();
  return settled.some(({ meteringPointId, participantId }) => {
    const holder = holders.get(meteringPointId) ?? participantId;
    holders.set(meteringPointId, participantId);
    return holder !== participantId;
  });
}

function isTelling(run: ClosedRun, other: ClosedRun): boolean {
  if (run.period.from !== other.period.from) return false;
  const before = new Map(run.settled.map((holding) => [holding.meteringPointId, holding]));
  const changed = (amountOf: (holding: SettledHolding) => number): number =>
    countEntities(
      other.settled.filter((holding) => {
        const was = before.get(holding.meteringPointId);
        return was === undefined || Math.abs(amountOf(was) - amountOf(holding)) > SAME_WH;
      }),
    );
  return [
    changed(({ energyWh }) => energyWh),
    changed(({ sharedWh }) => sharedWh),
    changed(({ energyWh, sharedWh }) => energyWh - sharedWh),
  ].some((count) => count > 0 && count < LEAST_CIRCLE);
}
