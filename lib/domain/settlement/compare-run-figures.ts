import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { areSameBits } from "./are-same-bits";
import type { PointDayFigures, PointFigures, RunFigures, RunTotals } from "./run-figures";

/** A figure in two runs; null where one of them has none. [Wh] */
export type FigurePair = { readonly was: number | null; readonly is: number | null };

/** What a metering point has in two runs, where it is not the same. */
export type PointDifference = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  /** Withdrawal or injection. */
  readonly energyWh: FigurePair;
  /** Self-consumed or self-produced. */
  readonly sharedWh: FigurePair;
};

/** The days on which two runs counted other values of a metering point, or values of another origin. */
export type MeasureDifference = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly days: readonly { readonly day: CivilDate; readonly steps: number }[];
};

export type FigureComparison = {
  /** Every stored curve, pair and total is the same, bit for bit. */
  readonly isIdentical: boolean;
  /** How many values were compared. */
  readonly valueCount: number;
  readonly totals: Readonly<Record<keyof RunTotals, FigurePair>>;
  /** Metering points whose totals are not the same, by role and id. */
  readonly points: readonly PointDifference[];
  readonly measures: readonly MeasureDifference[];
};

/** Compares two runs of one period, value for value. */
export function compareRunFigures(before: RunFigures, after: RunFigures): FigureComparison {
  const totals = pairTotals(before.totals, after.totals);
  const points = comparePoints(before.points, after.points);
  const measures = compareMeasures(before.pointDays, after.pointDays);
  const isIdentical =
    points.length === 0 &&
    measures.length === 0 &&
    Object.values(totals).every(isSame) &&
    arePairsSame(before.pairs, after.pairs) &&
    areDaysSame(before.days, after.days) &&
    arePointDaysSame(before.pointDays, after.pointDays);
  return { isIdentical, valueCount: countValues(before), totals, points, measures };
}

const isSame = ({ was, is }: FigurePair): boolean => Object.is(was, is);

function pairTotals(was: RunTotals, is: RunTotals): FigureComparison["totals"] {
  return {
    productionWh: { was: was.productionWh, is: is.productionWh },
    withdrawalWh: { was: was.withdrawalWh, is: is.withdrawalWh },
    selfConsumedWh: { was: was.selfConsumedWh, is: is.selfConsumedWh },
    surplusWh: { was: was.surplusWh, is: is.surplusWh },
    correctedSteps: { was: was.correctedSteps, is: is.correctedSteps },
  };
}

const keyOf = ({ role, meteringPointId }: Pick<PointFigures, "role" | "meteringPointId">) =>
  `${role}|${meteringPointId}`;

function comparePoints(before: readonly PointFigures[], after: readonly PointFigures[]): readonly PointDifference[] {
  const [old, now] = [byKey(before, keyOf), byKey(after, keyOf)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const named = was ?? is;
    if (!named) return [];
    const energyWh = { was: was?.energyWh ?? null, is: is?.energyWh ?? null };
    const sharedWh = { was: was?.sharedWh ?? null, is: is?.sharedWh ?? null };
    if (isSame(energyWh) && isSame(sharedWh) && was?.correctedSteps === is?.correctedSteps) return [];
    return [{ meteringPointId: named.meteringPointId, role: named.role, energyWh, sharedWh }];
  });
}

function compareMeasures(
  before: readonly PointDayFigures[],
  after: readonly PointDayFigures[],
): readonly MeasureDifference[] {
  const now = byKey(after, dayKeyOf);
  const found = new Map<string, MeasureDifference & { readonly days: { day: CivilDate; steps: number }[] }>();
  for (const was of before) {
    const is = now.get(dayKeyOf(was));
    const steps = is ? countOtherSteps(was, is) : 0; // a point that is in one run only is the perimeter's matter
    if (steps === 0) continue;
    const { meteringPointId, role, day } = was;
    const entry = found.get(keyOf(was)) ?? { meteringPointId, role, days: [] };
    entry.days.push({ day, steps });
    found.set(keyOf(was), entry);
  }
  return [...found.values()];
}

function countOtherSteps(was: PointDayFigures, is: PointDayFigures): number {
  let count = 0;
  for (let t = 0; t < Math.max(was.energyWh.length, is.energyWh.length); t += 1) {
    const isOther = !Object.is(was.energyWh[t], is.energyWh[t]) || (was.origins?.[t] ?? 0) !== (is.origins?.[t] ?? 0);
    if (isOther) count += 1;
  }
  return count;
}

const dayKeyOf = (each: PointDayFigures): string => `${keyOf(each)}|${each.day}`;

function byKey<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

function areAllSame<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  isSameItem: (was: T, is: T) => boolean,
): boolean {
  const now = byKey(after, key);
  return (
    before.length === after.length &&
    before.every((was) => {
      const is = now.get(key(was));
      return is !== undefined && isSameItem(was, is);
    })
  );
}

const arePairsSame = (before: RunFigures["pairs"], after: RunFigures["pairs"]): boolean =>
  areAllSame(
    before,
    after,
    ({ producerId, consumerId }) => `${producerId}|${consumerId}`,
    (was, is) => Object.is(was.energyWh, is.energyWh),
  );

const areDaysSame = (before: RunFigures["days"], after: RunFigures["days"]): boolean =>
  areAllSame(
    before,
    after,
    ({ day }) => day,
    (was, is) =>
      areSameBits(was.productionWh, is.productionWh) &&
      areSameBits(was.withdrawalWh, is.withdrawalWh) &&
      areSameBits(was.selfConsumedWh, is.selfConsumedWh),
  );

const arePointDaysSame = (before: RunFigures["pointDays"], after: RunFigures["pointDays"]): boolean =>
  areAllSame(
    before,
    after,
    dayKeyOf,
    (was, is) =>
      areSameBits(was.energyWh, is.energyWh) &&
      areSameBits(was.sharedWh, is.sharedWh) &&
      areSameBits(was.origins, is.origins) &&
      areSameBits(was.defaultShares, is.defaultShares),
  );

function countValues({ totals, points, pairs, days, pointDays }: RunFigures): number {
  const ofDays = days.reduce((sum, { productionWh }) => sum + 3 * productionWh.length, 0);
  const ofPoints = pointDays.reduce((sum, { energyWh }) => sum + 2 * energyWh.length, 0);
  return Object.keys(totals).length + 3 * points.length + pairs.length + ofDays + ofPoints;
}
