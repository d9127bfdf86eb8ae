import "server-only";
import { listPointsOfImport } from "@/lib/data/measure-suspicions";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findOperationSuspicions } from "./find-operation-suspicions";

/** Looks at the whole curves of the metering points an import touched. Run twice it changes nothing. */
export async function findImportSuspicions(operationId: AuthorizedOperationId, importId: string): Promise<void> {
  const touched = await listPointsOfImport(operationId, importId);
  if (touched.size > 0) await findOperationSuspicions(operationId, { only: touched });
}
