import "server-only";
import type { Logo } from "@/lib/data/collectivity-logos";
import { readLogo, readLogoOfOperation } from "@/lib/services/logo/read-logo";
import { authenticateRequest, authorizeCallerIn, listCallerOperations } from "./access";
import { AccessError } from "./access-error";
import { narrowToCollectivity } from "./narrow-to-collectivity";

/**
 * The logo of a collectivity, for its members and for whoever reads one of its operations: its reports show it. Null
 * without one.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND or TOO_MANY_REQUESTS.
 */
export async function readLogoRequest(request: Request, collectivityId: string): Promise<Logo | null> {
  const caller = await authenticateRequest(request);
  try {
    return await readLogo((await authorizeCallerIn(caller, collectivityId, "read")).id);
  } catch (error) {
    if (!(error instanceof AccessError) || error.code !== "NOT_FOUND") throw error;
  }
  const [operation] = narrowToCollectivity(await listCallerOperations(caller), collectivityId);
  return operation ? readLogoOfOperation(operation.id) : null;
}
