import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementRunById } from "@/lib/data/settlement-runs";
import type { TariffPart } from "./read-tariff-breakdown";
import { readTariffBreakdown, type TariffBreakdown } from "./read-tariff-breakdown";

type Point = Pick<TariffBreakdown, "prm" | "name" | "participantName">;
type Part = Pick<TariffPart, "period">;

/** A run by tariff period, every figure with its name and its unit. */
export type RunTariffs = {
  readonly runId: string;
  readonly consumers: readonly (Point & {
    readonly parts: readonly (Part & {
      readonly withdrawalWh: number;
      readonly selfConsumedWh: number;
      readonly complementWh: number;
    })[];
  })[];
  readonly producers: readonly (Point & {
    readonly parts: readonly (Part & {
      readonly injectionWh: number;
      readonly selfProducedWh: number;
      readonly surplusWh: number;
    })[];
  })[];
};

/** One stored run by tariff period; null when the operation has none of this id. */
export async function findRunTariffs(operationId: AuthorizedOperationId, runId: string): Promise<RunTariffs | null> {
  const run = await findSettlementRunById(operationId, runId);
  if (!run) return null;
  const breakdowns = await readTariffBreakdown(operationId, run);
  const of = (role: TariffBreakdown["role"]) => breakdowns.filter((each) => each.role === role);
  return {
    runId,
    consumers: of("consumer").map(({ parts, ...point }) => ({
      ...namesOf(point),
      parts: parts.map(({ period, energyWh, sharedWh, restWh }) => ({
        period,
        withdrawalWh: energyWh,
        selfConsumedWh: sharedWh,
        complementWh: restWh,
      })),
    })),
    producers: of("producer").map(({ parts, ...point }) => ({
      ...namesOf(point),
      parts: parts.map(({ period, energyWh, sharedWh, restWh }) => ({
        period,
        injectionWh: energyWh,
        selfProducedWh: sharedWh,
        surplusWh: restWh,
      })),
    })),
  };
}

const namesOf = ({ prm, name, participantName }: Point): Point => ({ prm, name, participantName });
