import { roundWithin } from "./round-within";

/** What metering points of one role drew or fed in, and the part of it that was shared. Each ≥ 0, in one unit. (n,) */
export type FlowsOfRole = {
  readonly energy: Float64Array;
  /** Self-consumed or self-produced; never more than the energy. */
  readonly shared: Float64Array;
};

/** The energies or mean powers of an operation at a step, on a day or over a period. */
export type Flows = { readonly consumers: FlowsOfRole; readonly producers: FlowsOfRole };

/** Flows in whole units, with what they make up together. `NaN` where something is missing. */
export type RoundedFlows = Flows & {
  readonly withdrawal: number;
  readonly production: number;
  /** Of all consumers, which is what all producers shared. */
  readonly selfConsumed: number;
};

/**
 * Rounds flows so that every table made of them adds up: the metering points to their totals, what was self-consumed to
 * what was self-produced, and no complement or surplus, which are differences, falls below 0.
 *
 * What is whole already, like a measured power, stays as it is. A missing value stays so, the others are then each
 * rounded to the nearest unit, and nothing is made to add up.
 *
 * @param flows - In the unit of the file: W, or hundredths of a kWh. Not modified.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 6: W without decimals, kWh with two.
 */
export function roundFlows({ consumers, producers }: Flows): RoundedFlows {
  const [withdrawn, produced, shared] = [consumers.energy, producers.energy, consumers.shared].map(sum);
  if ([withdrawn, produced, shared].some(Number.isNaN) || Number.isNaN(sum(producers.shared))) {
    const roundEach = ({ energy, shared: part }: FlowsOfRole) => ({
      energy: energy.map(Math.round),
      shared: part.map(Math.round),
    });
    const unknown = { withdrawal: Number.NaN, production: Number.NaN, selfConsumed: Number.NaN };
    return { consumers: roundEach(consumers), producers: roundEach(producers), ...unknown };
  }
  const withdrawal = Math.round(withdrawn as number);
  const production = Math.round(produced as number);
  const selfConsumed = Math.min(Math.round(shared as number), withdrawal, production);
  const roundRole = ({ energy, shared: part }: FlowsOfRole, total: number): FlowsOfRole => {
    const rounded = roundWithin(energy, total);
    return { energy: rounded, shared: roundWithin(part, selfConsumed, rounded) };
  };
  return {
    consumers: roundRole(consumers, withdrawal),
    producers: roundRole(producers, production),
    withdrawal,
    production,
    selfConsumed,
  };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
