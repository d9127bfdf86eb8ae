import "server-only";
import { allocate } from "@/lib/domain/allocation/allocate";
import type { Allocation } from "@/lib/domain/allocation/allocation";
import { type Indicators, sumIndicators } from "@/lib/domain/allocation/sum-indicators";
import { DomainError } from "@/lib/domain/errors";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { AllocationCalculation } from "@/lib/schemas/api/allocation-calculation";
import { readCoefficients } from "./read-coefficients";

const MINUTES_PER_HOUR = 60;
/** More than any country uses in a year: a sign that the unit is another one. [Wh per step] */
const MAX_ENERGY_WH = 1e15;
/** Steps × producers × consumers: one large operation over a year of half-hours, about a second of work. */
const MAX_SHARES = 1e9;

export type AllocationResult = {
  readonly consumers: readonly ({ readonly id: string } & Allocation["consumers"][number])[];
  readonly producers: readonly ({ readonly id: string } & Allocation["producers"][number])[];
  /** All steps together, null when one is missing. [Wh] */
  readonly pairs: readonly {
    readonly producer: string;
    readonly consumer: string;
    readonly energyWh: number | null;
  }[];
  readonly indicators: Omit<Indicators, "complementWh">;
};

/**
 * Shares energies that were handed in, and keeps nothing.
 *
 * @param request - Its shape is checked; its values are not.
 * @throws {DomainError} INVALID_STEP, AXIS_MISMATCH, DUPLICATE_ID, UNKNOWN_ID, NEGATIVE_ENERGY, ENERGY_TOO_LARGE,
 *   INVALID_COEFFICIENT, COEFFICIENTS_MISMATCH, COEFFICIENTS_ABOVE_ONE or CALCULATION_TOO_LARGE; its details name
 *   producers and consumers by the ids of the request.
 */
export function calculateAllocation(request: AllocationCalculation): AllocationResult {
  const { producers, consumers } = request;
  assertUniqueIds(producers, "producer");
  assertUniqueIds(consumers, "consumer");
  const axis = axisOf(request);
  if (axis.length * Math.max(1, producers.length) * Math.max(1, consumers.length) > MAX_SHARES) {
    throw new DomainError("CALCULATION_TOO_LARGE", "steps × producers × consumers is above the limit");
  }
  const production = producers.map((producer) => toSeries(producer, axis, "producer"));
  const withdrawal = consumers.map((consumer) => toSeries(consumer, axis, "consumer"));
  const coefficients = readCoefficients(request, axis.length);
  const allocation = withIds(request, () => allocate({ axis, production, withdrawal, coefficients }));
  const { complementWh: _, ...indicators } = sumIndicators({ production, withdrawal }, allocation);
  return {
    consumers: allocation.consumers.map((result, j) => ({ id: consumers[j]?.id ?? "", ...result })),
    producers: allocation.producers.map((result, i) => ({ id: producers[i]?.id ?? "", ...result })),
    pairs: producers.flatMap((producer, i) =>
      consumers.map((consumer, j) => {
        const energyWh = allocation.pairTotalsWh[i]?.[j] ?? Number.NaN;
        return { producer: producer.id, consumer: consumer.id, energyWh: Number.isNaN(energyWh) ? null : energyWh };
      }),
    ),
    indicators,
  };
}

type Participant = AllocationCalculation["producers"][number];
type Side = "producer" | "consumer";

function axisOf({ start, stepMinutes, producers, consumers }: AllocationCalculation): TimeAxis {
  if (!(Number.isInteger(stepMinutes) && stepMinutes > 0 && MINUTES_PER_HOUR % stepMinutes === 0)) {
    throw new DomainError("INVALID_STEP", "a step must divide the hour", { details: { stepMinutes } });
  }
  const [first] = [...producers, ...consumers];
  return { startMs: Date.parse(start), stepMinutes, length: first?.energyWh.length ?? 0 };
}

function assertUniqueIds(participants: readonly Participant[], side: Side): void {
  const seen = new Set<string>();
  for (const { id } of participants) {
    if (seen.has(id)) throw new DomainError("DUPLICATE_ID", `two ${side}s have one id`, { details: { [side]: id } });
    seen.add(id);
  }
}

function toSeries({ id, energyWh }: Participant, axis: TimeAxis, side: Side): EnergySeries {
  if (energyWh.length !== axis.length) {
    const details = { [side]: id, found: energyWh.length, expected: axis.length };
    throw new DomainError("AXIS_MISMATCH", "every curve has one value for each step", { details });
  }
  const values = Float64Array.from(energyWh, (wh) => wh ?? Number.NaN);
  const step = values.findIndex((wh) => wh > MAX_ENERGY_WH);
  if (step !== -1) {
    throw new DomainError("ENERGY_TOO_LARGE", "no step carries this much", { details: { [side]: id, step } });
  }
  return { axis, energyWh: values };
}

/** The domain knows producers and consumers by their rank; who sent them knows them by their ids. */
function withIds({ producers, consumers }: AllocationCalculation, compute: () => Allocation): Allocation {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { producer, consumer, ...details } = error.details;
    const named = {
      ...(producer === undefined ? {} : { producer: producers[Number(producer)]?.id ?? producer }),
      ...(consumer === undefined ? {} : { consumer: consumers[Number(consumer)]?.id ?? consumer }),
    };
    throw new DomainError(error.code, error.message, { cause: error, details: { ...named, ...details } });
  }
}
