import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A PRM that another operation holds on some day; whose it is stays with its own collectivity. */
export type OtherAttachment = {
  readonly prm: string;
  /** Null when the other operation is another collectivity's. */
  readonly operation: {
    readonly name: string;
    readonly accNumber: string | null;
    readonly from: CivilDate;
    readonly toExclusive: CivilDate | null;
  } | null;
};

/** Which of these PRM count in another operation on the day or later, once each, by PRM. */
export async function listOtherAttachments(
  operationId: AuthorizedOperationId,
  prms: readonly string[],
  day: CivilDate,
): Promise<readonly OtherAttachment[]> {
  const { rows } = await pool.query<{
    prm: string;
    is_own: boolean;
    name: string | null;
    acc_number: string | null;
    from_day: CivilDate | null;
    to_day: CivilDate | null;
  }>(
    // What belongs to others never leaves the database. A PRM that several operations hold is told by one's own first.
    `SELECT DISTINCT ON (a.prm) a.prm, own.id IS NOT NULL AS is_own, own.name, own.acc_number,
            CASE WHEN own.id IS NOT NULL THEN a.from_day::text END AS from_day,
            CASE WHEN own.id IS NOT NULL THEN a.to_day::text END AS to_day
       FROM attachment a
       LEFT JOIN operation own
              ON own.id = a.operation_id
             AND own.collectivity_id = (SELECT collectivity_id FROM operation WHERE id = $1)
      WHERE a.operation_id <> $1 AND a.prm = ANY($2::text[]) AND (a.to_day IS NULL OR a.to_day > $3::date)
      ORDER BY a.prm, own.id IS NULL, a.from_day`,
    [operationId, prms, day],
  );
  return rows.map(({ prm, is_own, name, acc_number, from_day, to_day }) => ({
    prm,
    operation:
      is_own && name !== null && from_day !== null
        ? { name, accNumber: acc_number, from: from_day, toExclusive: to_day }
        : null,
  }));
}
