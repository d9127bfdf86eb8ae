import "server-only";
import type { PoolClient } from "pg";
import type { AnnouncedFigures } from "@/lib/domain/coefficients/announced-figures";
import type { AnnouncementFailure } from "@/lib/domain/coefficients/announcement-failure";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import type { AnnouncementChannel } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction } from "./pg";
import { enqueueAnnouncements } from "./queue";
import type { Actor, AuthorizedOperationId } from "./scope";

export type NewAnnouncement = {
  readonly participantId: string;
  readonly channel: AnnouncementChannel;
  readonly figures: AnnouncedFigures;
};

// What was announced before the version was last taken back is history: nothing happens to it any more.
const IS_CURRENT = `EXISTS (SELECT FROM coefficient_key k WHERE k.operation_id = a.operation_id AND k.id = a.key_id
                              AND k.announced_at <= a.created_at)`;

/** Keeps one message for each participant, and queues those that go by e-mail. Whoever has one already gets no other. */
export async function insertAnnouncementsWith(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  keyId: string,
  announcements: readonly NewAnnouncement[],
): Promise<void> {
  await client.query(
    `INSERT INTO coefficient_announcement
       (operation_id, id, key_id, participant_id, channel, state, figures, created_at, created_by)
     SELECT $1, gen_random_uuid(), $2, n.id, n.channel::"AnnouncementChannel", 'waiting', n.figures,
            clock_timestamp(), $6
       FROM unnest($3::uuid[], $4::text[], $5::jsonb[]) AS n(id, channel, figures)
      WHERE NOT EXISTS (SELECT FROM coefficient_announcement a
                         WHERE a.operation_id = $1 AND a.key_id = $2 AND a.participant_id = n.id AND ${IS_CURRENT})`,
    [
      operationId,
      keyId,
      announcements.map(({ participantId }) => participantId),
      announcements.map(({ channel }) => channel),
      announcements.map(({ figures }) => JSON.stringify(figures)),
      actor.userId,
    ],
  );
  if (announcements.some(({ channel }) => channel === "email")) {
    await enqueueAnnouncements(client, { operationId, keyId });
  }
}

/** What is not told yet is not wanted any more: the version goes back to a draft, or is given up. */
export async function withdrawAnnouncementsWith(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  keyId: string,
): Promise<void> {
  await client.query(
    `UPDATE coefficient_announcement SET state = 'failed', failure = 'WITHDRAWN'
      WHERE operation_id = $1 AND key_id = $2 AND state = 'waiting'`,
    [operationId, keyId],
  );
}

/**
 * Queues again, by e-mail, what was not told yet of a version: mails that failed, and letters of those who have an
 * address by now. One transaction.
 *
 * @returns How many.
 */
export async function requeueAnnouncements(
  operationId: AuthorizedOperationId,
  actor: Actor,
  keyId: string,
): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ id: string; participantId: string }>(
      `UPDATE coefficient_announcement a SET state = 'waiting', channel = 'email', failure = NULL
         FROM participant p
        WHERE a.operation_id = $1 AND a.key_id = $2 AND a.state <> 'sent' AND NOT (a.state = 'waiting' AND a.channel = 'email')
          AND ${IS_CURRENT} AND p.operation_id = $1 AND p.id = a.participant_id AND p.email IS NOT NULL
          AND p.restricted_at IS NULL
      RETURNING a.id::text, a.participant_id::text AS "participantId"`,
      [operationId, keyId],
    );
    if (rows.length === 0) return 0;
    await enqueueAnnouncements(client, { operationId, keyId });
    await insertAuditEventWith(client, {
      operationId,
      actor,
      action: "announce.coefficients",
      objectType: "coefficient_key",
      objectId: keyId,
      after: { participants: rows.map(({ participantId }) => participantId) },
    });
    return rows.length;
  });
}

/**
 * Records that a letter was handed over, or somebody told otherwise. One transaction.
 *
 * @returns False when there is nothing to record: no such announcement, told already, or taken back.
 */
export async function updateHandedOver(
  operationId: AuthorizedOperationId,
  actor: Actor,
  announcementId: string,
  day: CivilDate,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ participantId: string }>(
      `UPDATE coefficient_announcement a SET state = 'sent', channel = 'letter', failure = NULL, sent_at = $3
        WHERE a.operation_id = $1 AND a.id = $2 AND a.state <> 'sent' AND ${IS_CURRENT}
      RETURNING a.participant_id::text AS "participantId"`,
      [operationId, announcementId, new Date(parisMidnightMs(day))],
    );
    const [row] = rows;
    if (!row) return false;
    await auditTold(client, operationId, actor, announcementId, { ...row, channel: "letter", day });
    return true;
  });
}

/** A message whose turn it is. */
export type WaitingAnnouncement = {
  readonly id: string;
  readonly participantId: string;
  readonly figures: AnnouncedFigures;
  readonly name: string;
  /** Null: he has none, or asked to be forgotten. */
  readonly email: string | null;
};

/** What became of it: `waiting` goes again later. */
export type MailOutcome =
  | { readonly state: "sent" }
  | { readonly state: "failed" | "waiting"; readonly failure: AnnouncementFailure };

/**
 * Sends one waiting message of a version while nobody else can take it: what is recorded as sent is never sent twice,
 * and a process that dies leaves it waiting.
 *
 * @param except - Those that were tried already.
 * @returns What became of it; null when none waits.
 */
export async function sendNextAnnouncement(
  operationId: AuthorizedOperationId,
  actor: Actor,
  keyId: string,
  except: readonly string[],
  deliver: (waiting: WaitingAnnouncement) => Promise<MailOutcome>,
): Promise<{ readonly id: string; readonly outcome: MailOutcome } | null> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<WaitingAnnouncement>(
      `SELECT a.id::text, a.participant_id::text AS "participantId", a.figures, p.name,
              CASE WHEN p.restricted_at IS NULL THEN p.email END AS email
         FROM coefficient_announcement a JOIN participant p ON p.operation_id = a.operation_id AND p.id = a.participant_id
        WHERE a.operation_id = $1 AND a.key_id = $2 AND a.channel = 'email' AND a.state = 'waiting'
          AND NOT a.id = ANY($3::uuid[]) AND ${IS_CURRENT}
        ORDER BY a.created_at, a.id LIMIT 1 FOR UPDATE OF a SKIP LOCKED`,
      [operationId, keyId, except],
    );
    const [waiting] = rows;
    if (!waiting) return null;
    const outcome = await deliver(waiting);
    await client.query(
      `UPDATE coefficient_announcement
          SET state = $3::"AnnouncementState", failure = $4, sent_at = CASE WHEN $3 = 'sent' THEN clock_timestamp() END
        WHERE operation_id = $1 AND id = $2`,
      [operationId, waiting.id, outcome.state, outcome.state === "sent" ? null : outcome.failure],
    );
    if (outcome.state === "sent") {
      const { participantId } = waiting;
      await auditTold(client, operationId, actor, waiting.id, { participantId, channel: "email" });
    }
    return { id: waiting.id, outcome };
  });
}

/** After the last try: what still waits has failed, for the reason of its last try. */
export async function failWaitingAnnouncements(operationId: AuthorizedOperationId, keyId: string): Promise<void> {
  await inTransaction((client) =>
    client.query(
      `UPDATE coefficient_announcement SET state = 'failed', failure = coalesce(failure, 'INTERRUPTED')
        WHERE operation_id = $1 AND key_id = $2 AND channel = 'email' AND state = 'waiting'`,
      [operationId, keyId],
    ),
  );
}

type Told = { readonly participantId: string; readonly channel: AnnouncementChannel; readonly day?: CivilDate };

async function auditTold(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  announcementId: string,
  after: Told,
): Promise<void> {
  await insertAuditEventWith(client, {
    operationId,
    actor,
    action: "tell.participant",
    objectType: "coefficient_announcement",
    objectId: announcementId,
    after,
  });
}
