import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { ClockHours } from "@/lib/domain/publishing/clock-hours";
import type { FiguresGroup } from "@/lib/domain/publishing/figures-group";
import type { ShownSides } from "@/lib/domain/publishing/show-month";
import { insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import { type PublicationSource, publicationSource } from "./publication-source";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What an administrator decided about the public page of an operation. */
export type PublicationDecision = {
  readonly isOn: boolean;
  /** The collectivity's own words, plain text; null without. */
  readonly sentence: string | null;
  /** Whether search engines may list it. */
  readonly isIndexed: boolean;
};

export type RecordedDecision = PublicationDecision & {
  readonly id: string;
  readonly createdAt: Date;
  readonly authorName: string | null;
};

/** Every decision about the public page of an operation, latest first: the first one holds, none is off. */
export async function listPublicationDecisions(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly RecordedDecision[]> {
  const { rows } = await client.query<RecordedDecision>(
    `SELECT p.id::text, p.is_on AS "isOn", p.sentence, p.is_indexed AS "isIndexed", p.created_at AS "createdAt",
            u.name AS "authorName"
       FROM publication p LEFT JOIN "user" u ON u.id = p.created_by
      WHERE p.operation_id = $1 ORDER BY p.created_at DESC, p.id DESC`,
    [operationId],
  );
  return rows;
}

/** What becomes public, or is held back, of a closed period. */
export type NewPublishedMonth = ShownSides & {
  readonly runId: string;
  readonly group: FiguresGroup;
  readonly clockHours: ClockHours;
};

/** What publishing reads and writes, in the transaction of what it follows from. */
export type PublicationWriting = {
  readonly source: PublicationSource;
  readonly isOn: () => Promise<boolean>;
  readonly decide: (decision: PublicationDecision) => Promise<void>;
  readonly publishMonth: (month: NewPublishedMonth) => Promise<void>;
};

/** Changes what is public of an operation as one transaction, with its audit events: no period is closed meanwhile. */
export async function writePublication(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: PublicationWriting) => Promise<void>,
): Promise<void> {
  await inLockedTransaction(settlementLock(operationId), (client) =>
    body(startPublicationWriting(client, operationId, actor)),
  );
}

/** The same inside a transaction that holds the settlement lock. */
export function startPublicationWriting(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
): PublicationWriting {
  return {
    source: publicationSource(operationId, client),
    isOn: async () => (await listPublicationDecisions(operationId, client))[0]?.isOn === true,
    async decide({ isOn, sentence, isIndexed }) {
      const id = randomUUID();
      await client.query(
        `INSERT INTO publication (operation_id, id, is_on, sentence, is_indexed, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
        [operationId, id, isOn, sentence, isIndexed, actor.userId],
      );
      await insertAuditEventWith(client, {
        operationId,
        actor,
        action: isOn ? "publish.operation" : "unpublish.operation",
        objectType: "publication",
        objectId: id,
        after: { isOn, isIndexed },
      });
    },
    async publishMonth({ runId, showsProduction, showsWithdrawal, showsShared, group, clockHours }) {
      const id = randomUUID();
      await client.query(
        `INSERT INTO published_month (operation_id, id, run_id, shows_production, shows_withdrawal, shows_shared, holdings,
                                      clock_hours, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp())`,
        [
          operationId,
          id,
          runId,
          showsProduction,
          showsWithdrawal,
          showsShared,
          JSON.stringify(group),
          JSON.stringify(clockHours),
          actor.userId,
        ],
      );
      await insertAuditEventWith(client, {
        operationId,
        actor,
        action: "publish.period",
        objectType: "published_month",
        objectId: id,
        after: { runId, showsProduction, showsWithdrawal, showsShared },
      });
    },
  };
}
