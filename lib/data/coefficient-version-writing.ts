import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { AuditAction } from "@/lib/domain/audit-action";
import type { KeyProgress, KeyRuleJson, UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEventWith } from "./audit-events";
import {
  insertAnnouncementsWith,
  type NewAnnouncement,
  withdrawAnnouncementsWith,
} from "./coefficient-announcement-writing";
import { insertStaticCoefficients, makeKeyHold, NEXT_VERSION } from "./coefficient-keys";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What a draft says. */
export type KeyDraft = {
  readonly kind: CoefficientKind;
  readonly from: CivilDate;
  readonly unitPpm: UnitPpm;
  readonly reason: string | null;
  /** Static only. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number>;
  /** Dynamic kinds only: how the coefficients of a month are made. */
  readonly rule: KeyRuleJson | null;
  readonly sourceKeyId: string | null;
};

/** A version as it stands while nobody else changes it. */
export type LockedKey = {
  readonly id: string;
  readonly kind: CoefficientKind;
  readonly progress: KeyProgress;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
  readonly isSuperseded: boolean;
  /** Of a request that carries it: still being written, or with the DSO; null without one. */
  readonly request: "written" | "sent" | null;
};

/** What can be written to the versions of the key of one operation. */
export type KeyWriting = {
  /** Null when there is no such version. */
  readonly find: (keyId: string) => Promise<LockedKey | null>;
  readonly insertDraft: (draft: KeyDraft) => Promise<string>;
  /** Writes a draft over, coefficients included. */
  readonly replaceDraft: (keyId: string, draft: KeyDraft) => Promise<void>;
  /** With one message for each participant. */
  readonly announce: (keyId: string, announcements?: readonly NewAnnouncement[]) => Promise<void>;
  /** Messages for those who came since; whoever has one already gets no other. */
  readonly announceToMore: (keyId: string, announcements: readonly NewAnnouncement[]) => Promise<void>;
  readonly reopen: (keyId: string) => Promise<void>;
  readonly giveUp: (keyId: string) => Promise<void>;
  /** From its first day on it holds, and no other does. */
  readonly send: (key: LockedKey, sentDay: CivilDate) => Promise<void>;
};

/** Changes the versions of the key in one transaction, while no settlement reads them. */
export async function writeKeys<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: KeyWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    body(startKeyWriting(client, operationId, actor)),
  );
}

/** The same inside a transaction that holds the settlement lock. */
export function startKeyWriting(client: PoolClient, operationId: AuthorizedOperationId, actor: Actor): KeyWriting {
  const audit = (action: AuditAction, objectId: string, after?: Prisma.InputJsonValue) =>
    insertAuditEventWith(client, {
      operationId,
      actor,
      action,
      objectType: "coefficient_key",
      objectId,
      ...(after === undefined ? {} : { after }),
    });
  const set = (keyId: string, assignments: string, ...values: unknown[]) =>
    client.query(`UPDATE coefficient_key SET ${assignments} WHERE operation_id = $1 AND id = $2`, [
      operationId,
      keyId,
      ...values,
    ]);
  const tell = async (keyId: string, announcements: readonly NewAnnouncement[]) => {
    await insertAnnouncementsWith(client, operationId, actor, keyId, announcements);
    await audit("announce.coefficients", keyId, {
      participants: announcements.map(({ participantId }) => participantId),
    });
  };
  return {
    find: (keyId) => findLocked(client, operationId, keyId),
    insertDraft: async (draft) => {
      const id = await insertDraft(client, operationId, actor, draft);
      await audit("draft.coefficients", id, auditedDraft(draft));
      return id;
    },
    replaceDraft: async (keyId, draft) => {
      await set(
        keyId,
        "kind = $3, from_day = $4::date, unit_ppm = $5, reason = $6, rule = $7",
        ...[draft.kind, draft.from, draft.unitPpm, draft.reason, draft.rule && JSON.stringify(draft.rule)],
      );
      await client.query("DELETE FROM static_coefficient WHERE operation_id = $1 AND key_id = $2", [
        operationId,
        keyId,
      ]);
      await insertStaticCoefficients(client, operationId, keyId, draft.ppmByConsumer);
      await audit("draft.coefficients", keyId, auditedDraft(draft));
    },
    announce: async (keyId, announcements = []) => {
      await set(keyId, "state = 'announced', announced_at = clock_timestamp(), announced_by = $3", actor.userId);
      await tell(keyId, announcements);
    },
    announceToMore: tell,
    reopen: async (keyId) => {
      await withdrawAnnouncementsWith(client, operationId, keyId);
      await set(keyId, "state = 'draft', announced_at = NULL, announced_by = NULL");
      await audit("reopen.coefficients", keyId);
    },
    giveUp: async (keyId) => {
      await withdrawAnnouncementsWith(client, operationId, keyId);
      await set(keyId, "superseded_at = clock_timestamp()");
      await audit("abandon.coefficients", keyId);
    },
    send: async ({ id, from }, sentDay) => {
      await set(id, "from_day = $3::date", from); // the DSO may have set another day than the one wanted
      await makeKeyHold(client, operationId, actor, { id, from, sentDay });
      await audit("send.coefficients", id, { from, sentDay });
    },
  };
}

const auditedDraft = ({ kind, from, unitPpm, ppmByConsumer, rule }: KeyDraft): Prisma.InputJsonValue => ({
  kind,
  from,
  unitPpm,
  ppm: Object.fromEntries(ppmByConsumer),
  ...(rule === null ? {} : { rule: rule as Prisma.InputJsonObject }),
});

async function findLocked(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  keyId: string,
): Promise<LockedKey | null> {
  const { rows } = await client.query<LockedKey>(
    `SELECT id::text, kind::text, state::text AS progress, from_day::text AS "from", to_day::text AS "toExclusive",
            superseded_at IS NOT NULL AS "isSuperseded",
            (SELECT CASE WHEN r.state IN ('sent', 'accepted') THEN 'sent' ELSE 'written' END
               FROM convention_request r
              WHERE r.operation_id = $1 AND r.key_id = $2 AND r.state NOT IN ('in_effect', 'withdrawn')
              ORDER BY r.state IN ('sent', 'accepted') DESC LIMIT 1) AS request
       FROM coefficient_key WHERE operation_id = $1 AND id = $2 FOR UPDATE`,
    [operationId, keyId],
  );
  return rows[0] ?? null;
}

async function insertDraft(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { kind, from, unitPpm, reason, rule, sourceKeyId, ppmByConsumer }: KeyDraft,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO coefficient_key
       (operation_id, id, version, kind, from_day, unit_ppm, reason, rule, source_key_id, created_by)
     VALUES ($1, $2, ${NEXT_VERSION}, $3, $4::date, $5, $6, $7, $8, $9)`,
    [operationId, id, kind, from, unitPpm, reason, rule && JSON.stringify(rule), sourceKeyId, actor.userId],
  );
  await insertStaticCoefficients(client, operationId, id, ppmByConsumer);
  return id;
}
