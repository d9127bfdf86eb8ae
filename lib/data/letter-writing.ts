import "server-only";
import { randomUUID } from "node:crypto";
import type { LetterKind, LetterMove } from "@/lib/domain/letters/convention-letter";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { findLetter, type LetterRow } from "./convention-letters";
import { insertCorrespondenceEvent } from "./correspondence-events";
import { inTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

export type NewLetter = {
  readonly kind: LetterKind;
  readonly receivedDay: CivilDate;
  readonly sentDay: CivilDate | null;
  readonly effectDay: CivilDate | null;
  readonly meteringPointId: string | null;
  readonly isImmediate: boolean;
  readonly reference: string | null;
};

/**
 * Records a letter of the DSO. One transaction with its audit event.
 *
 * @returns Its id; null when the operation has no such metering point.
 */
export async function insertLetter(
  operationId: AuthorizedOperationId,
  actor: Actor,
  letter: NewLetter,
): Promise<string | null> {
  const { reference, ...told } = letter;
  return inTransaction(async (client) => {
    if (letter.meteringPointId !== null) {
      const { rowCount } = await client.query(
        "SELECT FROM metering_point WHERE operation_id = $1 AND id = $2 FOR KEY SHARE",
        [operationId, letter.meteringPointId],
      );
      if (rowCount === 0) return null;
    }
    const id = randomUUID();
    await client.query(
      `INSERT INTO convention_letter (operation_id, id, kind, received_day, sent_day, effect_day, metering_point_id,
                                      is_immediate, reference, created_at, created_by)
       VALUES ($1, $2, $3::"LetterKind", $4::date, $5::date, $6::date, $7, $8, $9, clock_timestamp(), $10)`,
      [
        operationId,
        id,
        letter.kind,
        letter.receivedDay,
        letter.sentDay,
        letter.effectDay,
        letter.meteringPointId,
        letter.isImmediate,
        reference,
        actor.userId,
      ],
    );
    await insertAuditEventWith(client, { ...entryOf(operationId, actor, id), action: "record.letter", after: told });
    return id;
  });
}

/**
 * Records what was done about a letter that nobody else changes meanwhile. One transaction with its audit event.
 *
 * @param check - Throws what the letter, as it stands, refuses.
 * @returns False when the operation has no such letter.
 */
export async function insertLetterStep(
  operationId: AuthorizedOperationId,
  actor: Actor,
  letterId: string,
  { move, day, note }: { readonly move: LetterMove; readonly day: CivilDate; readonly note: string | null },
  check: (letter: LetterRow) => void,
): Promise<boolean> {
  return inTransaction(async (client) => {
    await client.query("SELECT FROM convention_letter WHERE operation_id = $1 AND id = $2 FOR UPDATE", [
      operationId,
      letterId,
    ]);
    const letter = await findLetter(operationId, letterId);
    if (!letter) return false;
    check(letter);
    await insertCorrespondenceEvent(client, operationId, actor, { letterId }, { step: move, day, note });
    const after = { move, day, hasNote: note !== null };
    await insertAuditEventWith(client, { ...entryOf(operationId, actor, letterId), action: "move.letter", after });
    return true;
  });
}

const entryOf = (operationId: string, actor: Actor, letterId: string) =>
  ({ operationId, actor, objectType: "convention_letter", objectId: letterId }) as const;
