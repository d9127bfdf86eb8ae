import "server-only";
import { listWatchedTenantChanges } from "@/lib/data/tenant-changes";
import { listTenantDuties } from "@/lib/domain/hlm/list-tenant-duties";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";

/** Tenants who change: the DSO's notices, and points about to come back (art. 3.2.2.2). One query. */
export const collectTenantDeadlines: DeadlineCollector = async (operations, { today, since }) => {
  const ids = operations.map(({ id }) => id);
  const changes = await listWatchedTenantChanges(ids, since);
  return changes
    .flatMap((change) =>
      listTenantDuties(change, today).map((duty, place) => ({
        ...duty,
        operationId: change.operationId,
        subject: {
          // Both notices may be of the same day: a place let again at once.
          id: duty.rule === "hlm-notice" ? `${change.id}-${place}` : change.id,
          text: `PRM ${change.point.prm}`,
          namesPerson: true,
        },
        path: "/echeances/hlm",
      })),
    )
    .filter(({ doneOn }) => doneOn === null || doneOn >= since);
};
