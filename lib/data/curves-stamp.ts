import "server-only";
import type { AuditObjectType } from "@/lib/domain/audit-action";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** What may be written without a curve, a perimeter or a figure of a site being another one afterwards. */
const OTHER_OBJECTS: readonly AuditObjectType[] = [
  "api_key",
  "coefficient_announcement",
  "coefficient_delivery",
  "coefficient_key",
  "complaint",
  "consent",
  "contact_change",
  "convention_letter",
  "correspondence_event",
  "measure_suspicion",
  "participant_access",
  "period_closing",
  "settlement_job",
  "settlement_run",
];

/**
 * Changes whenever something did that the curves of an operation, its perimeter or what is known of its sites depend on.
 *
 * Every write leaves its event in the journal, in its own transaction, and nothing leaves the journal: the number of
 * events seen by a reader grows with each write he sees. A new kind of write counts until it is said not to.
 */
export async function findCurvesStamp(operationId: AuthorizedOperationId): Promise<string> {
  const { rows } = await pool.query<{ stamp: string }>(
    `SELECT count(*)::text AS stamp FROM audit_event
      WHERE operation_id = $1 AND object_type <> ALL($2::text[])`,
    [operationId, OTHER_OBJECTS],
  );
  return rows[0]?.stamp ?? "";
}
