import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  findSettlementRunById,
  listRunPairs,
  listRunPoints,
  type RunPair,
  type RunPoint,
  type SettlementRunSummary,
} from "@/lib/data/settlement-runs";
import { roundFlows } from "@/lib/domain/settlement/round-flows";
import { roundWithin } from "@/lib/domain/settlement/round-within";
import { nameHolders } from "@/lib/services/runs/name-holders";
import { readTariffBreakdown } from "@/lib/services/tariffs/read-tariff-breakdown";
import { holdersOver } from "./holders-over";
import { type OutputPart, roundTariffParts } from "./round-tariff-parts";

/** What the files of annexe 6 can say: two decimals of a kWh. [Wh] */
const UNIT_WH = 10;

/** An operation whose access is proven. */
export type OutputOperation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/** A metering point in one role, with its totals as files print them: to 10 Wh, made to add up. */
export type OutputPoint = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** Who held it over the period, one after the other. */
  readonly participantName: string;
  /** The same by id: two people may have one name. */
  readonly holderKey: string;
  /** Who holds it today, by id: what the site is called is his word. */
  readonly holderId: string;
  /** Withdrawal or injection. [Wh] */
  readonly energyWh: number;
  /** Self-consumed or self-produced. [Wh] */
  readonly sharedWh: number;
  /** Complement or surplus. [Wh] */
  readonly restWh: number;
  /** Steps whose value was corrected (art. 5.2.3). */
  readonly correctedSteps: number;
  /** By tariff period, in their order; they add up to the totals. */
  readonly parts: readonly OutputPart[];
};

/** A stored run as files tell it. */
export type OutputRun = {
  readonly operation: OutputOperation;
  readonly run: SettlementRunSummary;
  readonly sheets: readonly MeteringPointSheet[];
  /** By name. */
  readonly producers: readonly OutputPoint[];
  /** By name. */
  readonly consumers: readonly OutputPoint[];
  /** Sums of the points. [Wh] */
  readonly totals: {
    readonly withdrawalWh: number;
    readonly productionWh: number;
    readonly selfConsumedWh: number;
    readonly complementWh: number;
    readonly surplusWh: number;
  };
  /** What each producer gave each consumer, in their order; a row adds up to what the producer shared. [Wh] (P, C) */
  readonly pairsWh: readonly Float64Array[];
  /** The same as the run has it, not rounded. [Wh] (P, C) */
  readonly exactPairsWh: readonly Float64Array[];
};

/**
 * A run with its totals rounded once, so that every file made of them says the same and adds up.
 *
 * @returns Null when the operation has no such run.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export async function readOutputRun(operation: OutputOperation, runId: string): Promise<OutputRun | null> {
  const run = await findSettlementRunById(operation.id, runId);
  if (!run) return null;
  const [sheets, points, pairs, breakdown] = await Promise.all([
    listMeteringPoints(operation.id),
    listRunPoints(operation.id, runId),
    listRunPairs(operation.id, runId),
    readTariffBreakdown(operation.id, run),
  ]);
  const tariffParts = new Map(
    breakdown.map(({ role, meteringPointId, parts }) => [`${role}|${meteringPointId}`, parts]),
  );
  const stored = (role: RunPoint["role"]) => inOrder(points, sheets, role);
  const [producers, consumers] = [stored("producer"), stored("consumer")];
  const toUnits = (of: readonly RunPoint[]) => ({
    energy: Float64Array.from(of, ({ energyWh }) => energyWh / UNIT_WH),
    shared: Float64Array.from(of, ({ sharedWh }) => sharedWh / UNIT_WH),
  });
  const rounded = roundFlows({ producers: toUnits(producers), consumers: toUnits(consumers) });
  const named = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const toPoints = (of: readonly RunPoint[], flows: typeof rounded.producers) =>
    of.map(({ meteringPointId: id, role, correctedSteps }, index): OutputPoint => {
      const sheet = named.get(id);
      if (!sheet) throw new Error(`a run names the metering point ${id}, which the operation does not have`);
      const [energyWh, sharedWh] = [flows.energy, flows.shared].map((units) => (units[index] as number) * UNIT_WH) as [
        number,
        number,
      ];
      return {
        id,
        prm: sheet.prm,
        name: sheet.name,
        participantName: nameHolders(sheet, run.period),
        holderKey: holdersOver(sheet, run.period).join("+"),
        holderId: sheet.participantId,
        energyWh,
        sharedWh,
        restWh: energyWh - sharedWh,
        correctedSteps,
        parts: roundTariffParts(tariffParts.get(`${role}|${id}`) ?? [], { energyWh, sharedWh }, UNIT_WH),
      };
    });
  const [withdrawalWh, productionWh, selfConsumedWh] = [
    rounded.withdrawal,
    rounded.production,
    rounded.selfConsumed,
  ].map((units) => units * UNIT_WH) as [number, number, number];
  const exactPairsWh = arrangePairs(pairs, producers, consumers);
  return {
    operation,
    run,
    sheets,
    producers: toPoints(producers, rounded.producers),
    consumers: toPoints(consumers, rounded.consumers),
    totals: {
      withdrawalWh,
      productionWh,
      selfConsumedWh,
      complementWh: withdrawalWh - selfConsumedWh,
      surplusWh: productionWh - selfConsumedWh,
    },
    pairsWh: exactPairsWh.map((row, index) =>
      roundWithin(
        row.map((energyWh) => energyWh / UNIT_WH),
        rounded.producers.shared[index] as number,
      ).map((units) => units * UNIT_WH),
    ),
    exactPairsWh,
  };
}

function inOrder(
  points: readonly RunPoint[],
  sheets: readonly MeteringPointSheet[],
  role: RunPoint["role"],
): readonly RunPoint[] {
  const rank = new Map(sheets.map(({ id }, index) => [id, index]));
  const rankOf = ({ meteringPointId }: RunPoint) => rank.get(meteringPointId) ?? sheets.length;
  return points.filter((point) => point.role === role).toSorted((a, b) => rankOf(a) - rankOf(b));
}

function arrangePairs(
  pairs: readonly RunPair[],
  producers: readonly RunPoint[],
  consumers: readonly RunPoint[],
): readonly Float64Array[] {
  const rank = (of: readonly RunPoint[]) => new Map(of.map(({ meteringPointId }, index) => [meteringPointId, index]));
  const [rowOf, columnOf] = [rank(producers), rank(consumers)];
  const rows = producers.map(() => new Float64Array(consumers.length));
  for (const { producerId, consumerId, energyWh } of pairs) {
    const row = rows[rowOf.get(producerId) ?? -1];
    const column = columnOf.get(consumerId);
    if (row && column !== undefined) row[column] = energyWh;
  }
  return rows;
}
