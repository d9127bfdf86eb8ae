import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { type CurveDay, findMeasuredPeriod } from "@/lib/data/load-curve-days";
import { type FoundSuspicion, type ReadDays, replaceSuspicions } from "@/lib/data/measure-suspicions";
import {
  listMeteringPoints,
  listPointPlaces,
  type MeteringPointSheet,
  type PointPlace,
} from "@/lib/data/metering-points";
import { findOperation } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSuspicions } from "@/lib/domain/measures/suspicions/find-suspicions";
import type { SuspicionContext } from "@/lib/domain/measures/suspicions/suspicion-context";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { joinParisDays } from "@/lib/domain/series/join-paris-days";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { groupByCurve } from "./group-by-curve";
import { toOperationStep } from "./to-operation-step";

const QUANTITIES = ["withdrawal", "injection"] as const;
/** Curves read at once: a year of half-hours of so many points is 7 MB. */
const POINTS_AT_ONCE = 50;

/**
 * Looks at the curves of an operation, as they were measured, and keeps what a person should look at.
 *
 * The whole history of a metering point is looked at each time, so that what is found depends on its measures alone and
 * not on the imports that brought them. Days outside the perimeter are nobody's business.
 *
 * @param only - Restricts it to these metering points; what is known of the others stays.
 */
export async function findOperationSuspicions(
  operationId: AuthorizedOperationId,
  { only }: { readonly only?: ReadonlySet<string> } = {},
): Promise<void> {
  await replaceSuspicions(operationId, async (readDays) => {
    const [sheet, all, places] = await Promise.all([
      findOperation(operationId),
      listMeteringPoints(operationId),
      listPointPlaces(operationId),
    ]);
    const points = all
      .filter(({ id }) => only?.has(id) ?? true)
      .map((point) => ({ ...point, place: places.get(point.id) ?? null }));
    const found: FoundSuspicion[] = [];
    for (let first = 0; sheet && first < points.length; first += POINTS_AT_ONCE) {
      const batch = points.slice(first, first + POINTS_AT_ONCE);
      found.push(...(await searchBatch(readDays, operationId, batch, sheet.stepMinutes)));
    }
    return { meteringPointIds: points.map(({ id }) => id), found };
  });
}

type LookedAtPoint = MeteringPointSheet & { readonly place: PointPlace | null };

async function searchBatch(
  readDays: ReadDays,
  operationId: AuthorizedOperationId,
  points: readonly LookedAtPoint[],
  stepMinutes: number,
): Promise<readonly FoundSuspicion[]> {
  const measured = await findMeasuredPeriod(operationId);
  if (!measured) return [];
  const period = { from: measured.firstDay, toExclusive: addDays(measured.lastDay, 1) };
  const only = new Set(points.map(({ id }) => id));
  const daysOf = groupByCurve(await readDays(QUANTITIES, period, only));
  const found: FoundSuspicion[] = [];
  for (const point of points) {
    await letOthersRun(); // a page asked for meanwhile waits for one curve, not for three hundred
    for (const quantity of QUANTITIES) {
      const suspicions = searchCurve(point, quantity, daysOf(point.id, quantity), stepMinutes);
      found.push(...suspicions.map((suspicion) => ({ meteringPointId: point.id, quantity, suspicion })));
    }
  }
  return found;
}

function searchCurve(
  point: LookedAtPoint,
  quantity: (typeof QUANTITIES)[number],
  days: readonly CurveDay[],
  stepMinutes: number,
) {
  const role = quantity === "injection" ? "producer" : "consumer";
  const attachments = point.attachments.filter((attached) => attached.role === role);
  const inside = days.filter(({ day }) => attachments.some((attached) => isAttachedOn(attached, day)));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return [];
  const axis = parisPeriodAxis(first.day, addDays(last.day, 1), stepMinutes);
  const series = joinParisDays(
    inside.map((day) => toOperationStep(day, stepMinutes)),
    axis,
  );
  return findSuspicions(series, contextOf(point, quantity));
}

/** A producer of which nothing is said is taken for a roof: nearly all are, and a suspicion is dismissed in one click. */
function contextOf(point: LookedAtPoint, quantity: SuspicionContext["quantity"]): SuspicionContext {
  const { energySource, isStorage, place, subscribedPowerVa, peakPowerW } = point;
  return {
    quantity,
    isSolar: !isStorage && (energySource === null || energySource === "solar"),
    place,
    subscribedPowerVa,
    peakPowerW,
  };
}
