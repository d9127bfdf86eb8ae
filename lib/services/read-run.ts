import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  findSettlementRun,
  listRunDays,
  listRunPoints,
  listSettlementRuns,
  type RunDay,
  type SettlementRunSummary,
} from "@/lib/data/settlement-runs";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { type SettlementRates, settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { nameHolders } from "./runs/name-holders";

export type RunResult = {
  readonly run: SettlementRunSummary;
  readonly rates: SettlementRates;
  readonly consumers: readonly RunResultPoint[];
  readonly producers: readonly RunResultPoint[];
  /** Totals of each day. [Wh] */
  readonly days: readonly RunResultDay[];
  /** The day asked for, else the first. */
  readonly shownDay: ShownDay | null;
  /** Versions of this period, latest first. */
  readonly versions: readonly { readonly version: number; readonly createdAt: Date }[];
};

export type RunResultPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly participantName: string;
  readonly role: PerimeterRole;
  /** Withdrawal or injection. [Wh] */
  readonly energyWh: number;
  /** Self-consumed or self-produced. [Wh] */
  readonly sharedWh: number;
  readonly correctedSteps: number;
};

export type RunResultDay = {
  readonly day: CivilDate;
  readonly selfConsumedWh: number;
  readonly surplusWh: number;
  readonly complementWh: number;
};

/** One day step by step, as plain numbers. [Wh per step] */
export type ShownDay = {
  readonly day: CivilDate;
  readonly startMs: number;
  readonly stepMinutes: number;
  readonly series: {
    readonly productionWh: readonly number[];
    readonly withdrawalWh: readonly number[];
    readonly selfConsumedWh: readonly number[];
    readonly complementWh: readonly number[];
    readonly surplusWh: readonly number[];
  };
};

/** The stored result of a period; null when it was never settled. Nothing is computed again. */
export async function readRun(
  operationId: AuthorizedOperationId,
  { periodFrom, version, day }: { periodFrom: CivilDate; version?: number | undefined; day?: CivilDate | undefined },
): Promise<RunResult | null> {
  const run = await findSettlementRun(operationId, periodFrom, version);
  if (!run) return null;
  const [points, sheets, days, runs] = await Promise.all([
    listRunPoints(operationId, run.id),
    listMeteringPoints(operationId),
    listRunDays(operationId, run.id),
    listSettlementRuns(operationId),
  ]);
  const byId = new Map(
    sheets.map((sheet) => [sheet.id, { ...sheet, participantName: nameHolders(sheet, run.period) }]),
  );
  const results = points
    .map(({ meteringPointId, ...point }): RunResultPoint => {
      const sheet = byId.get(meteringPointId);
      const names = { prm: sheet?.prm ?? "", name: sheet?.name ?? "", participantName: sheet?.participantName ?? "" };
      return { id: meteringPointId, ...names, ...point };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
  const shown = days.find((each) => each.day === day) ?? days[0];
  return {
    run,
    rates: settlementRates(run),
    consumers: results.filter(({ role }) => role === "consumer"),
    producers: results.filter(({ role }) => role === "producer"),
    days: days.map(sumDay),
    shownDay: shown ? showDay(shown, run.stepMinutes) : null,
    versions: runs.filter(({ period }) => period.from === periodFrom),
  };
}

// Two sums of the same energies may differ in the last bit: what remains is never below 0.
function sumDay({ day, productionWh, withdrawalWh, selfConsumedWh }: RunDay): RunResultDay {
  const shared = sumEnergy(selfConsumedWh).knownWh;
  return {
    day,
    selfConsumedWh: shared,
    surplusWh: Math.max(0, sumEnergy(productionWh).knownWh - shared),
    complementWh: Math.max(0, sumEnergy(withdrawalWh).knownWh - shared),
  };
}

function showDay({ day, productionWh, withdrawalWh, selfConsumedWh }: RunDay, stepMinutes: number): ShownDay {
  const minusShared = (whole: Float64Array) =>
    Array.from(whole, (value, step) => Math.max(0, value - (selfConsumedWh[step] as number)));
  return {
    day,
    startMs: parisDayAxis(day, stepMinutes).startMs,
    stepMinutes,
    series: {
      productionWh: [...productionWh],
      withdrawalWh: [...withdrawalWh],
      selfConsumedWh: [...selfConsumedWh],
      complementWh: minusShared(withdrawalWh),
      surplusWh: minusShared(productionWh),
    },
  };
}
