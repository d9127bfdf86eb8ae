import type { Coefficients } from "@/lib/domain/coefficients/coefficients";
import { parsePpmRow } from "@/lib/domain/coefficients/parse-ppm-row";
import { DomainError } from "@/lib/domain/errors";
import type { AllocationCalculation } from "@/lib/schemas/api/allocation-calculation";

/**
 * The coefficients of a request in the order of its producers and consumers; an absent one is 0.
 *
 * @throws {DomainError} UNKNOWN_ID, COEFFICIENTS_MISMATCH or INVALID_COEFFICIENT.
 */
export function readCoefficients(
  { producers, consumers, coefficients }: AllocationCalculation,
  steps: number,
): Coefficients {
  if (coefficients.kind === "default") return coefficients;
  const consumerIds = consumers.map(({ id }) => id);
  if (coefficients.kind === "static") {
    return { kind: "static", ppm: inOrder(coefficients.ppm, consumerIds, "consumer").map((ppm) => ppm ?? 0) };
  }
  // One array for every absent row: a sparse key of a large operation stays small.
  const zeros = new Uint32Array(steps);
  const readRows = (rows: Readonly<Record<string, readonly number[]>>, producer?: string) =>
    inOrder(rows, consumerIds, "consumer").map((ppm, j) => {
      if (!ppm) return zeros;
      const place = { ...(producer === undefined ? {} : { producer }), consumer: consumerIds[j] as string };
      return Uint32Array.from(parsePpmRow(ppm, steps, place));
    });
  if (coefficients.kind === "dynamic_simple") return { kind: "dynamic_simple", ppm: readRows(coefficients.ppm) };
  const producerIds = producers.map(({ id }) => id);
  const rows = inOrder(coefficients.ppm, producerIds, "producer");
  return { kind: "dynamic_full", ppm: rows.map((row, i) => readRows(row ?? {}, producerIds[i] as string)) };
}

function inOrder<T>(
  byId: Readonly<Record<string, T>>,
  ids: readonly string[],
  side: "producer" | "consumer",
): readonly (T | undefined)[] {
  const entries = new Map(Object.entries(byId));
  const known = new Set(ids);
  for (const id of entries.keys()) {
    if (!known.has(id)) throw new DomainError("UNKNOWN_ID", `no ${side} of this id`, { details: { [side]: id } });
  }
  return ids.map((id) => entries.get(id));
}
