import type { FiguresGroup, Holding } from "./figures-group";

/** What a settlement found for a metering point in one role, and who held it. [Wh] */
export type SettledHolding = Holding & {
  readonly role: "producer" | "consumer";
  /** Injected, or drawn. */
  readonly energyWh: number;
  /** Of it, self-produced or self-consumed. */
  readonly sharedWh: number;
};

/** Less is the dust of a sum. [Wh] */
const NOTHING_WH = 0.5;

/**
 * Who is behind each sum of a period. A roof that does not inject yet, a consumer without a share or one whose whole need
 * was covered adds nothing to the sum in question: the others must be enough without him.
 */
export function groupHoldings(settled: readonly SettledHolding[]): FiguresGroup {
  const among = (role: SettledHolding["role"], amountOf: (holding: SettledHolding) => number): readonly Holding[] =>
    settled
      .filter((holding) => holding.role === role && amountOf(holding) > NOTHING_WH)
      .map(({ participantId, meteringPointId }) => ({ participantId, meteringPointId }));
  const energy = ({ energyWh }: SettledHolding) => energyWh;
  const share = ({ sharedWh }: SettledHolding) => sharedWh;
  const rest = ({ energyWh, sharedWh }: SettledHolding) => energyWh - sharedWh;
  return {
    producers: among("producer", energy),
    consumers: among("consumer", energy),
    selfProducers: among("producer", share),
    selfConsumers: among("consumer", share),
    surplusProducers: among("producer", rest),
    complementConsumers: among("consumer", rest),
  };
}
