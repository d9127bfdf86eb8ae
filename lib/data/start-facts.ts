import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** What is known of the start of an operation whose convention is signed. */
export type StartFacts = {
  readonly operationId: string;
  /** The day on which the convention bore both signatures. */
  readonly signedDay: CivilDate;
  /** The day the DSO's letter with the start date arrived; null: none did. */
  readonly toldDay: CivilDate | null;
  /** Curves are there: it has started, whoever told it. */
  readonly isMeasured: boolean;
};

/** The starts of some operations, of those only that say when their convention was signed. */
export async function listStartFacts(operationIds: readonly AuthorizedOperationId[]): Promise<readonly StartFacts[]> {
  const { rows } = await pool.query<StartFacts>(
    `SELECT o.id::text AS "operationId", o.convention_signed_day::text AS "signedDay",
            (SELECT min(c.received_day)::text FROM convention_letter c
              WHERE c.operation_id = o.id AND c.kind = 'start_notice') AS "toldDay",
            EXISTS (SELECT FROM load_curve_day d WHERE d.operation_id = o.id) AS "isMeasured"
       FROM operation o WHERE o.id = ANY($1::uuid[]) AND o.convention_signed_day IS NOT NULL`,
    [operationIds],
  );
  return rows;
}
