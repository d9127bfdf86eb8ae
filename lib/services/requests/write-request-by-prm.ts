import "server-only";
import { readRegistry } from "@/lib/data/registry";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { RequestDraft } from "./request-draft";
import type { RequestOperation } from "./request-operation";
import { saveRequest } from "./save-request";

/** A request in the words of a machine. */
export type RequestByPrm = Omit<RequestDraft, "lines" | "key"> & {
  readonly lines: readonly (Omit<RequestLine, "meteringPointId"> & { readonly prm: string })[];
  readonly coefficients: { readonly kind: CoefficientKind; readonly ppm: Readonly<Record<string, number>> } | null;
};

/**
 * Writes down a request whose metering points are named by their PRM.
 *
 * @returns Its id.
 * @throws {DomainError} UNKNOWN_METERING_POINT; otherwise as `saveRequest`.
 */
export async function writeRequestByPrm(
  operation: RequestOperation,
  actor: Actor,
  { lines, coefficients, ...draft }: RequestByPrm,
): Promise<string> {
  const { points } = await readRegistry(operation.id);
  const ids = new Map(points.map((point) => [point.prm, point.id]));
  const idOf = (prm: string): string => {
    const id = ids.get(prm);
    if (id !== undefined) return id;
    throw new DomainError("UNKNOWN_METERING_POINT", "not a metering point of the operation", { details: { prm } });
  };
  return saveRequest(operation, actor, null, {
    ...draft,
    lines: lines.map(({ prm, ...line }) => ({ ...line, meteringPointId: idOf(prm) })),
    key: coefficients && {
      kind: coefficients.kind,
      unitPpm: 1,
      ppmByConsumer: new Map(Object.entries(coefficients.ppm).map(([prm, ppm]) => [idOf(prm), ppm])),
    },
  });
}
