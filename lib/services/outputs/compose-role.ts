import "server-only";
import { listRunPointDays } from "@/lib/data/settlement-runs";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { StatementDay, StatementEnergies, StatementPoint } from "@/lib/domain/settlement/participant-statement";
import { roundWithin } from "@/lib/domain/settlement/round-within";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { OutputPoint, OutputRun } from "./read-output-run";
import type { StatementNames } from "./statement-names";

/** What the last decimal of a statement is worth: 0.01 kWh. [Wh] */
const UNIT_WH = 10;

/** A metering point of a run, and the days of it that are one participant's. */
export type OwnPoint = {
  readonly role: PerimeterRole;
  readonly point: OutputPoint;
  /** Its place among the consumers or the producers of the run. */
  readonly index: number;
  /** From the first to the last of his days. */
  readonly days: Period;
  readonly own: readonly Stay[];
  /** Whether nobody else held it in the period. */
  readonly isWhole: boolean;
  /** Whether he holds it today. */
  readonly isStillHis: boolean;
};

/** The figures of a participant in one role; null when he had none. */
export async function composeRole(
  { operation, run }: OutputRun,
  points: readonly OwnPoint[],
  role: PerimeterRole,
  { site }: StatementNames,
): Promise<{
  readonly points: readonly StatementPoint[];
  readonly total: StatementEnergies;
  readonly days: readonly StatementDay[];
} | null> {
  const own = points.filter((each) => each.role === role);
  if (own.length === 0) return null;
  const daily = new Map<CivilDate, OpenSum>(daysOf(run).map((day) => [day, { energyWh: 0, sharedWh: 0 }]));
  const told: StatementPoint[] = [];
  for (const each of own) {
    const sum = { energyWh: 0, sharedWh: 0 };
    for (const { day, energyWh, sharedWh } of await readOwnDays(operation.id, run.id, each)) {
      add(sum, energyWh, sharedWh);
      add(daily.get(day), energyWh, sharedWh);
    }
    told.push({ ...tellPoint(each, sum), name: site(each.point, each.isStillHis) });
  }
  const total = sumEnergies(told);
  return { points: told, total, days: roundDays(daily, total) };
}

function tellPoint({ point, isWhole, days }: OwnPoint, sum: OpenSum): StatementPoint {
  const { prm, name, correctedSteps, parts } = point;
  if (!isWhole) return { prm, name, days, correctedSteps: null, parts: [], ...roundOnce(sum) };
  const isDivided = parts.some(({ period }) => period !== null);
  return { prm, name, days, correctedSteps, parts: isDivided ? parts : [], ...pick(point) };
}

type OpenSum = { energyWh: number; sharedWh: number };

function add(sum: OpenSum | undefined, energyWh: number, sharedWh: number): void {
  if (!sum) return;
  sum.energyWh += energyWh;
  sum.sharedWh += sharedWh;
}

async function readOwnDays(operationId: OutputRun["operation"]["id"], runId: string, { point, role, own }: OwnPoint) {
  const rows = await listRunPointDays(operationId, runId, { meteringPointId: point.id });
  return rows
    .filter((row) => row.role === role && own.some((stay) => isAttachedOn(stay, row.day)))
    .map(({ day, energyWh, sharedWh }) => ({ day, energyWh: sumOf(energyWh), sharedWh: sumOf(sharedWh) }));
}

function daysOf({ period, stepMinutes }: OutputRun["run"]): readonly CivilDate[] {
  return listParisDays(parisPeriodAxis(period.from, period.toExclusive, stepMinutes)).map(({ day }) => day);
}

function pick({ energyWh, sharedWh, restWh }: OutputPoint): StatementEnergies {
  return { energyWh, sharedWh, restWh };
}

function roundOnce({ energyWh, sharedWh }: { energyWh: number; sharedWh: number }): StatementEnergies {
  const energy = Math.round(energyWh / UNIT_WH) * UNIT_WH;
  const shared = Math.min(energy, Math.round(sharedWh / UNIT_WH) * UNIT_WH);
  return { energyWh: energy, sharedWh: shared, restWh: energy - shared };
}

function sumEnergies(points: readonly StatementEnergies[]): StatementEnergies {
  const sum = (field: keyof StatementEnergies) => points.reduce((total, point) => total + point[field], 0);
  return { energyWh: sum("energyWh"), sharedWh: sum("sharedWh"), restWh: sum("restWh") };
}

/** The days add up to the total that stands above them. */
function roundDays(
  daily: ReadonlyMap<CivilDate, { readonly energyWh: number; readonly sharedWh: number }>,
  total: StatementEnergies,
): readonly StatementDay[] {
  const sums = [...daily.values()];
  const energy = roundWithin(
    sums.map(({ energyWh }) => energyWh / UNIT_WH),
    total.energyWh / UNIT_WH,
  );
  const shared = roundWithin(
    sums.map(({ sharedWh }) => sharedWh / UNIT_WH),
    total.sharedWh / UNIT_WH,
    energy,
  );
  return [...daily.keys()].map((day, index) => {
    const [energyWh, sharedWh] = [energy, shared].map((units) => (units[index] as number) * UNIT_WH) as [
      number,
      number,
    ];
    return { day, energyWh, sharedWh, restWh: energyWh - sharedWh };
  });
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
