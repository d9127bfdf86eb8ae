import "server-only";
import { findOperation } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { listDueTenantReturns } from "@/lib/data/tenant-changes";
import { DomainError } from "@/lib/domain/errors";
import { TENANT_WAITING_DAYS } from "@/lib/domain/hlm/tenant-return-day";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { returnTenantPoint } from "./return-tenant-point";

/**
 * Brings back every metering point of the installation whose fourteen days are over, each in a transaction of its own: killed
 * in between, it goes on where it stopped.
 *
 * @param authorize - Proves the operation of a row that the queue found.
 * @returns How many came back, and which could not, which are tried again the next time.
 */
export async function applyDueReturns(
  actor: Actor,
  authorize: (due: { readonly operationId: string }) => AuthorizedOperationId,
  today: CivilDate,
): Promise<{
  readonly returned: number;
  readonly refused: readonly { readonly tenantChangeId: string; readonly code: string }[];
}> {
  let returned = 0;
  const refused: { tenantChangeId: string; code: string }[] = [];
  for (const { operationId, tenantChangeId } of await listDueTenantReturns(addDays(today, -TENANT_WAITING_DAYS))) {
    const id = authorize({ operationId });
    const sheet = await findOperation(id);
    if (!sheet) continue;
    try {
      await returnTenantPoint({ id, sheet }, actor, tenantChangeId, today);
      returned += 1;
    } catch (error) {
      // One that cannot be made must not keep the others waiting.
      if (!(error instanceof DomainError)) throw error;
      refused.push({ tenantChangeId, code: error.code });
    }
  }
  return { returned, refused };
}
