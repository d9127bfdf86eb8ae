import "server-only";
import { findKeptFileOfImport } from "@/lib/data/kept-files";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** A file as it was received, by its place in the import; null when there is none, or its content was erased. */
export function readKeptFile(
  operationId: AuthorizedOperationId,
  importId: string,
  position: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  return findKeptFileOfImport(operationId, importId, position);
}
