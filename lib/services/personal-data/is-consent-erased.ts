import "server-only";
import { isConsentErased as isErased } from "@/lib/data/personal-data";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** Whether the document of a consent is gone because its participant is erased. */
export function isConsentErased(operationId: AuthorizedOperationId, consentId: string): Promise<boolean> {
  return isErased(operationId, consentId);
}
