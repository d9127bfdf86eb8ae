import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { type Delivery, NO_PPM, type PpmByConsumer } from "./delivery";

/** What the interface is told of one step, for all producers or for one. */
export type StepPayload = {
  /** Start of the step. [ms since 1970-01-01T00:00:00Z] */
  readonly stepMs: number;
  /** Null when the coefficients are the same for every producer. */
  readonly producerId: string | null;
  /** Coefficient of each consumer that has one, by metering point id. [ppm] */
  readonly payload: Readonly<Record<string, number>>;
};

/**
 * The coefficients of a delivery, one message for each step, and for each producer when full dynamic.
 *
 * @param axis - That of the period of the delivery.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4: « pour l'ensemble des Consommateurs par pas demi-horaire et par Producteur ».
 */
export function* listStepPayloads(
  { coefficients }: Pick<Delivery, "coefficients">,
  { startMs, stepMinutes, length }: TimeAxis,
): Generator<StepPayload> {
  const rows: readonly (readonly [string | null, PpmByConsumer])[] =
    coefficients.kind === "dynamic_simple" ? [[null, coefficients.ppm]] : [...coefficients.ppm];
  for (let t = 0; t < length; t += 1) {
    const stepMs = startMs + t * stepMinutes * 60_000;
    for (const [producerId, ppm] of rows) {
      const entries = [...ppm].map(([consumerId, values]) => [consumerId, values[t] as number] as const);
      yield { stepMs, producerId, payload: Object.fromEntries(entries.filter(([, value]) => value !== NO_PPM)) };
    }
  }
}
