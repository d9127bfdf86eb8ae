import "server-only";
import { eraseComplaint, listOldComplaints } from "@/lib/data/personal-data-correspondence";
import type { Actor } from "@/lib/data/scope";
import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { log } from "@/lib/log";
import type { Authorize } from "./erase-expired";

/** As long as what participants said: five years (code civil, art. 2224). [months] */
const KEPT_MONTHS = 60;
const ERASED_TEXT = "Réclamation effacée";

/**
 * Erases the words of complaints of people who never were participants, five years after they were closed, in every operation.
 *
 * Each is a transaction of its own: stopped at any moment, the next run goes on; one that fails does not stop the others.
 */
export async function eraseOldComplaints(
  actor: Actor,
  authorize: Authorize,
  today: CivilDate,
): Promise<{ readonly erased: number; readonly failed: number }> {
  const counts = { erased: 0, failed: 0 };
  for (const { operationId, complaintId } of await listOldComplaints(addMonths(today, -KEPT_MONTHS), ERASED_TEXT)) {
    try {
      await eraseComplaint(authorize({ operationId }), actor, complaintId, ERASED_TEXT);
      counts.erased += 1;
    } catch (error) {
      log.error({ err: error, complaintId }, "an old complaint could not be erased");
      counts.failed += 1;
    }
  }
  return counts;
}
