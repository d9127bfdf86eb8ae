import "server-only";
import { listFileNamesOfImport } from "@/lib/data/kept-files";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The files an import received, in the order they were handed in, and whether their content is still there. */
export function listImportFiles(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<readonly { readonly name: string; readonly isKept: boolean }[]> {
  return listFileNamesOfImport(operationId, importId);
}
