import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listRunTariffs } from "@/lib/data/run-tariffs";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listRunPoints, type RunPoint, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import { type ScheduledPeriod, TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import { nameHolders } from "@/lib/services/runs/name-holders";

/** One tariff period of one metering point in one role. [Wh] */
export type TariffPart = {
  /** Null: « non renseigné », the days whose off-peak hours nobody told. Never counted as BASE. */
  readonly period: ScheduledPeriod | null;
  /** Withdrawal or injection. */
  readonly energyWh: number;
  /** Self-consumed or self-produced. */
  readonly sharedWh: number;
  /** Complement or surplus. */
  readonly restWh: number;
};

/** What a run gives one metering point in one role, by tariff period. */
export type TariffBreakdown = {
  readonly meteringPointId: string;
  readonly prm: string;
  readonly name: string;
  /** Over the period of the run. */
  readonly participantName: string;
  readonly role: PerimeterRole;
  /** In the order of `TARIFF_PERIODS`, « non renseigné » last. They add up to the totals of the run. */
  readonly parts: readonly TariffPart[];
};

/**
 * The energies of a stored run by tariff period, metering points by name, from what is derived of its curves.
 *
 * @param run - Any version of a period.
 */
export async function readTariffBreakdown(
  operationId: AuthorizedOperationId,
  run: Pick<SettlementRunSummary, "id" | "period">,
): Promise<readonly TariffBreakdown[]> {
  const [points, tariffs, sheets] = await Promise.all([
    listRunPoints(operationId, run.id),
    listRunTariffs(operationId, run.id),
    listMeteringPoints(operationId),
  ]);
  const partsOf = groupByPoint(tariffs);
  const inRun = new Map(points.map((point) => [keyOf(point), point]));
  return sheets.flatMap((sheet) =>
    ROLES.flatMap((role) => inRun.get(keyOf({ meteringPointId: sheet.id, role })) ?? []).map((point) => ({
      meteringPointId: sheet.id,
      prm: sheet.prm,
      name: sheet.name,
      participantName: nameHolders(sheet, run.period),
      role: point.role,
      parts: (partsOf.get(keyOf(point)) ?? [wholeOf(point)]).map(toPart).sort((a, b) => rankOf(a) - rankOf(b)),
    })),
  );
}

const ROLES: readonly PerimeterRole[] = ["consumer", "producer"];

type Totals = Pick<TariffTotals, "period" | "energyWh" | "sharedWh">;

const keyOf = ({ meteringPointId, role }: Pick<RunPoint, "meteringPointId" | "role">) => `${meteringPointId} ${role}`;

function groupByPoint(tariffs: readonly TariffTotals[]): ReadonlyMap<string, readonly Totals[]> {
  const groups = new Map<string, Totals[]>();
  for (const totals of tariffs) groups.set(keyOf(totals), [...(groups.get(keyOf(totals)) ?? []), totals]);
  return groups;
}

// Without any schedule nothing is derived: all of it is « non renseigné ».
const wholeOf = ({ energyWh, sharedWh }: RunPoint): Totals => ({ period: null, energyWh, sharedWh });

// Two sums of the same energies may differ in the last bit: what remains is never below 0.
const toPart = ({ period, energyWh, sharedWh }: Totals): TariffPart => ({
  period,
  energyWh,
  sharedWh,
  restWh: Math.max(0, energyWh - sharedWh),
});

const rankOf = ({ period }: TariffPart) => (period === null ? TARIFF_PERIODS.length : TARIFF_PERIODS.indexOf(period));
