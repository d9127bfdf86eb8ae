import type { RuleException, StepReason } from "@/lib/domain/settlement/settlement-rule";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { DynamicFullCoefficients, DynamicSimpleCoefficients } from "./coefficients";
import type { Delivery, PpmByConsumer } from "./delivery";
import { findFaultySteps, type NotifiedConsumers } from "./find-faulty-steps";

const MINUTE_MS = 60_000;

type FallBackQuestion = {
  readonly delivery: Delivery;
  readonly axis: TimeAxis;
  /** First step of the axis, counted from that of the delivery's period. */
  readonly start: number;
  readonly producerIds: readonly string[];
  readonly consumerIds: readonly string[];
  readonly attachedProducers: ReadonlySet<string>;
  readonly consumers: NotifiedConsumers;
};

type FallBack = {
  readonly coefficients: DynamicSimpleCoefficients | DynamicFullCoefficients;
  readonly exceptions: readonly RuleException[];
};

/**
 * The coefficients of a delivery, step by step: where a step is faulty or was rejected, the default key; full dynamic,
 * where only some producers' rows are, rows of zeros, which make their energy surplus.
 *
 * A producer's row that is absent at a step counts as faulty [I]. A producer that is out of the perimeter gives nothing:
 * its rows are not looked at.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.4.
 */
export function fallBackByStep(question: FallBackQuestion): FallBack {
  const { coefficients } = question.delivery;
  return coefficients.kind === "dynamic_simple"
    ? fallBackSimple(question, coefficients.ppm)
    : fallBackFull(question, coefficients.ppm);
}

function fallBackSimple(question: FallBackQuestion, ppm: PpmByConsumer): FallBack {
  const { axis, consumerIds, consumers } = question;
  const faulty = findFaultySteps(ppm, consumers, rangeOf(question));
  markRejected(faulty, question, () => true);
  return {
    coefficients: {
      kind: "dynamic_simple",
      ppm: consumerIds.map((id) => usable(ppm.get(id), faulty, question)),
      ...(faulty.includes(1) ? { defaultSteps: faulty } : {}),
    },
    exceptions: listExceptions(faulty, axis, null, "step_faulty"),
  };
}

function fallBackFull(question: FallBackQuestion, ppmOf: ReadonlyMap<string, PpmByConsumer>): FallBack {
  const { axis, producerIds, consumerIds, attachedProducers, consumers } = question;
  const none: PpmByConsumer = new Map();
  const rows = producerIds.map((producerId) => {
    const ppm = ppmOf.get(producerId) ?? none;
    if (!attachedProducers.has(producerId)) return { producerId, ppm: none, faulty: null };
    const faulty = findFaultySteps(ppm, consumers, rangeOf(question));
    markRejected(faulty, question, (rejected) => rejected === null || rejected === producerId);
    return { producerId, ppm, faulty };
  });
  const counted = rows.map(({ faulty }) => faulty).filter((faulty) => faulty !== null);
  const defaultSteps = new Uint8Array(axis.length);
  for (let t = 0; t < axis.length && counted.length > 0; t += 1) {
    if (counted.every((faulty) => faulty[t] === 1)) defaultSteps[t] = 1;
  }
  const exceptions = rows.flatMap(({ producerId, faulty }) => {
    const alone = faulty?.map((isFaulty, t) => (isFaulty === 1 && defaultSteps[t] === 0 ? 1 : 0));
    return alone ? listExceptions(alone, axis, producerId, "producer_step_faulty") : [];
  });
  return {
    coefficients: {
      kind: "dynamic_full",
      ppm: rows.map(({ ppm, faulty }) => consumerIds.map((id) => usable(ppm.get(id), faulty, question))),
      ...(defaultSteps.includes(1) ? { defaultSteps } : {}),
    },
    exceptions: [...listExceptions(defaultSteps, axis, null, "step_faulty"), ...exceptions].sort(
      (a, b) => a.fromMs - b.fromMs,
    ),
  };
}

const rangeOf = ({ start, axis }: FallBackQuestion) => ({ start, end: start + axis.length });

function markRejected(
  faulty: Uint8Array,
  { delivery, start, axis }: FallBackQuestion,
  concerns: (producerId: string | null) => boolean,
): void {
  for (const { step, producerId } of delivery.rejectedSteps) {
    if (step >= start && step < start + axis.length && concerns(producerId)) faulty[step - start] = 1;
  }
}

function usable(
  ppm: Int32Array | undefined,
  faulty: Uint8Array | null,
  { start, axis }: FallBackQuestion,
): Uint32Array {
  const values = new Uint32Array(axis.length);
  if (!ppm || !faulty) return values;
  for (let t = 0; t < values.length; t += 1) {
    // Nothing is given to a consumer that has left and has no coefficient any more.
    if (faulty[t] === 0) values[t] = Math.max(0, ppm[start + t] as number);
  }
  return values;
}

function listExceptions(
  marked: Uint8Array,
  { startMs, stepMinutes }: TimeAxis,
  producerId: string | null,
  reason: StepReason,
): RuleException[] {
  const exceptions: RuleException[] = [];
  const at = (step: number) => startMs + step * stepMinutes * MINUTE_MS;
  for (let t = 0; t < marked.length; ) {
    if (marked[t] === 0) {
      t += 1;
      continue;
    }
    const end = marked.indexOf(0, t);
    const to = end === -1 ? marked.length : end;
    exceptions.push({ fromMs: at(t), toMs: at(to), producerId, reason });
    t = to;
  }
  return exceptions;
}
