import "server-only";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A metering point or a participant that somebody chose. */
export type ChosenObject = { readonly objectType: "metering_point" | "participant"; readonly id: string };

const IS_OF_A_PERSON = /^(?:\d{14}$|participant:)/;

/**
 * What choices of the explorer name in an operation; groups and what is not in it are left out.
 *
 * @param choices - A PRM, `participant:` and an identifier, or a group.
 */
export async function listChosenObjects(
  operationId: AuthorizedOperationId,
  choices: readonly string[],
): Promise<readonly ChosenObject[]> {
  const named = choices.filter((choice) => IS_OF_A_PERSON.test(choice));
  if (named.length === 0) return [];
  const { rows } = await pool.query<ChosenObject>(
    `SELECT 'metering_point' AS "objectType", id FROM metering_point WHERE operation_id = $1 AND prm = ANY($2::text[])
     UNION ALL
     SELECT 'participant', id FROM participant WHERE operation_id = $1 AND 'participant:' || id::text = ANY($2::text[])`,
    [operationId, named],
  );
  return rows;
}
