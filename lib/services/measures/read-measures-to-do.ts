import "server-only";
import { findMeasuresToDo, type MeasuresToDo } from "@/lib/data/measures-to-do";
import type { AuthorizedOperationId } from "@/lib/data/scope";

export type { MeasuresToDo };

/** What the measures of an operation wait for somebody to say. */
export function readMeasuresToDo(operationId: AuthorizedOperationId): Promise<MeasuresToDo> {
  return findMeasuresToDo(operationId);
}
