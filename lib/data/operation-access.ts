import "server-only";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** Somebody who has access to an operation, and by what. */
export type OperationAccess = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isActive: boolean;
  /** Null: he is no member of the collectivity. */
  readonly collectivityRole: MembershipRole | null;
  /** Null: he has none of his own in this operation. */
  readonly operationRole: MembershipRole | null;
};

/** A participant whose own space an account opens. */
export type OpenParticipantSpace = {
  readonly id: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly since: Date;
};

/** The members of the collectivity that runs an operation and those who have a role in it only, by name. */
export async function listOperationAccesses(operationId: AuthorizedOperationId): Promise<readonly OperationAccess[]> {
  const { rows } = await pool.query<OperationAccess>(
    `SELECT u.id::text AS "userId", u.name, u.email, u.deactivated_at IS NULL AS "isActive",
            m.role AS "collectivityRole", r.role AS "operationRole"
       FROM operation o
       CROSS JOIN "user" u
       LEFT JOIN membership m ON m.collectivity_id = o.collectivity_id AND m.user_id = u.id
       LEFT JOIN operation_role r ON r.operation_id = o.id AND r.user_id = u.id
      WHERE o.id = $1 AND u.id IN (SELECT user_id FROM membership WHERE collectivity_id = o.collectivity_id
                                    UNION SELECT user_id FROM operation_role WHERE operation_id = $1)
      ORDER BY u.name, u.id`,
    [operationId],
  );
  return rows;
}

/** The participants of an operation whose own space an account opens now, by name. */
export async function listOpenParticipantSpaces(
  operationId: AuthorizedOperationId,
): Promise<readonly OpenParticipantSpace[]> {
  const { rows } = await pool.query<OpenParticipantSpace>(
    `SELECT a.id::text, p.id::text AS "participantId", p.name AS "participantName", a.created_at AS since
       FROM participant_access a
       JOIN participant p ON p.operation_id = a.operation_id AND p.id = a.participant_id
      WHERE a.operation_id = $1 AND a.ended_at IS NULL
      ORDER BY p.name, a.created_at, a.id`,
    [operationId],
  );
  return rows;
}
