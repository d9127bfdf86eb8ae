import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementRunById, listRunPairs, listRunPoints, type RunPoint } from "@/lib/data/settlement-runs";
import type { RuleException, SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import { nameHolders } from "./name-holders";
import { type RunSummary, summarizeRun } from "./summarize-run";

export type FoundRun = RunSummary & {
  /** Which coefficients applied, from which day, and why. */
  readonly rules: readonly RunRule[];
  readonly consumers: readonly RunConsumer[];
  readonly producers: readonly RunProducer[];
  /** What each producer gave each consumer. */
  readonly pairs: readonly { readonly producerPrm: string; readonly consumerPrm: string; readonly energyWh: number }[];
};

/** A rule that names producers as people do. */
export type RunRule = Omit<SettlementRule, "exceptions"> & {
  /** Steps at which it did not apply. */
  readonly exceptions: readonly (Omit<RuleException, "producerId"> & { readonly producerPrm: string | null })[];
};

export type RunConsumer = PointNames & {
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly complementWh: number;
};

export type RunProducer = PointNames & {
  readonly injectionWh: number;
  readonly selfProducedWh: number;
  readonly surplusWh: number;
};

type PointNames = Pick<MeteringPointSheet, "prm" | "name" | "participantName"> & {
  /** Steps whose value was corrected (art. 5.2.3). */
  readonly correctedSteps: number;
};

/** One stored run with what it gave each metering point; null when the operation has none of this id. */
export async function findRun(operationId: AuthorizedOperationId, runId: string): Promise<FoundRun | null> {
  const run = await findSettlementRunById(operationId, runId);
  if (!run) return null;
  const [sheets, points, pairs] = await Promise.all([
    listMeteringPoints(operationId),
    listRunPoints(operationId, runId),
    listRunPairs(operationId, runId),
  ]);
  const byId = new Map(
    sheets.map((sheet) => [sheet.id, { ...sheet, participantName: nameHolders(sheet, run.period) }]),
  );
  const rank = new Map(sheets.map(({ id }, index) => [id, index]));
  const inOrder = points.toSorted((a, b) => (rank.get(a.meteringPointId) ?? 0) - (rank.get(b.meteringPointId) ?? 0));
  return {
    ...summarizeRun(run),
    rules: run.rules.map(({ exceptions = [], ...rule }) => ({
      ...rule,
      exceptions: exceptions.map(({ producerId, ...exception }) => ({
        ...exception,
        producerPrm: producerId && sheetOf(producerId, byId).prm,
      })),
    })),
    consumers: inOrder.flatMap((point) => (point.role === "consumer" ? toConsumer(point, byId) : [])),
    producers: inOrder.flatMap((point) => (point.role === "producer" ? toProducer(point, byId) : [])),
    pairs: pairs.map(({ producerId, consumerId, energyWh }) => ({
      producerPrm: sheetOf(producerId, byId).prm,
      consumerPrm: sheetOf(consumerId, byId).prm,
      energyWh,
    })),
  };
}

type Sheets = ReadonlyMap<string, MeteringPointSheet>;

function toConsumer(point: RunPoint, sheets: Sheets): RunConsumer {
  return {
    ...namesOf(point, sheets),
    withdrawalWh: point.energyWh,
    selfConsumedWh: point.sharedWh,
    complementWh: Math.max(0, point.energyWh - point.sharedWh),
  };
}

function toProducer(point: RunPoint, sheets: Sheets): RunProducer {
  return {
    ...namesOf(point, sheets),
    injectionWh: point.energyWh,
    selfProducedWh: point.sharedWh,
    surplusWh: Math.max(0, point.energyWh - point.sharedWh),
  };
}

function namesOf({ meteringPointId, correctedSteps }: RunPoint, sheets: Sheets): PointNames {
  const { prm, name, participantName } = sheetOf(meteringPointId, sheets);
  return { prm, name, participantName, correctedSteps };
}

function sheetOf(id: string, sheets: Sheets): MeteringPointSheet {
  const sheet = sheets.get(id);
  if (!sheet) throw new Error(`a run names the metering point ${id}, which the operation does not have`);
  return sheet;
}
