import "server-only";
import { listMeasureImports, type MeasureImport } from "@/lib/data/measure-imports";
import type { AuthorizedOperationId } from "@/lib/data/scope";

export type { MeasureImport };

/** The latest imports of an operation. */
export function listImports(operationId: AuthorizedOperationId): Promise<readonly MeasureImport[]> {
  return listMeasureImports(operationId);
}
