import type { OwnMonth, OwnRole, OwnRun, OwnRunDay, OwnRunPoint, OwnSource } from "./own-months";

/**
 * The months of a participant from what is stored of his own metering points and days. Each role adds up: what came from
 * the operation and the rest are the whole.
 *
 * @param days - Of the points that somebody else held on other days; those of whole points are left out.
 */
export function composeOwnMonths({
  runs,
  points,
  days,
  sources,
}: {
  readonly runs: readonly OwnRun[];
  readonly points: readonly OwnRunPoint[];
  readonly days: readonly OwnRunDay[];
  readonly sources: readonly OwnSource[];
}): readonly OwnMonth[] {
  return runs.map((run) => {
    const own = points.filter(({ runId }) => runId === run.id);
    const consumers = own.filter(({ role }) => role === "consumer");
    const producers = own.filter(({ role }) => role === "producer");
    const isCut = consumers.some(({ whole }) => whole === null);
    return {
      run,
      consumption: composeRole(consumers, days, ({ savedCents }) => savedCents),
      production: composeRole(producers, days, ({ soldCents }) => soldCents),
      sources: isCut
        ? null
        : joinUnnamed(sources.filter(({ runId, energyWh }) => runId === run.id && energyWh > 0)).toSorted(
            (a, b) => b.energyWh - a.energyWh,
          ),
    };
  });
}

function composeRole(
  points: readonly OwnRunPoint[],
  days: readonly OwnRunDay[],
  amountOf: (point: OwnRunPoint) => number | null,
): OwnRole | null {
  if (points.length === 0) return null;
  const energies = points.map((point) => point.whole ?? sumDays(days.filter((day) => isOf(day, point))));
  const energyWh = energies.reduce((sum, each) => sum + each.energyWh, 0);
  const sharedWh = energies.reduce((sum, each) => sum + each.sharedWh, 0);
  const amounts = points.map(amountOf);
  const isKnown = amounts.every((amount) => amount !== null);
  return {
    energyWh,
    sharedWh,
    restWh: Math.max(0, energyWh - sharedWh),
    amountCents: isKnown ? amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) : null,
    isShortened: points.some(({ whole }) => whole === null),
  };
}

function isOf(day: OwnRunDay, { runId, meteringPointId, role }: OwnRunPoint): boolean {
  return day.runId === runId && day.meteringPointId === meteringPointId && day.role === role;
}

function sumDays(days: readonly OwnRunDay[]): { readonly energyWh: number; readonly sharedWh: number } {
  return {
    energyWh: days.reduce((sum, day) => sum + day.energyWh, 0),
    sharedWh: days.reduce((sum, day) => sum + day.sharedWh, 0),
  };
}

/** Roofs that are not named are one line: how much each of them gave is theirs. */
function joinUnnamed(sources: readonly OwnSource[]): readonly { name: string | null; energyWh: number }[] {
  const named = sources.flatMap(({ name, energyWh }) => (name === null ? [] : [{ name, energyWh }]));
  const restWh = sources.filter(({ name }) => name === null).reduce((sum, { energyWh }) => sum + energyWh, 0);
  return restWh > 0 ? [...named, { name: null, energyWh: restWh }] : named;
}
