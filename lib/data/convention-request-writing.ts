import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { AuditAction } from "@/lib/domain/audit-action";
import type { OperationStatus } from "@/lib/domain/operation/operation-status-on";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { RequestLine } from "@/lib/domain/requests/request-line";
import type { RequestProblem, RequestProgress } from "@/lib/domain/requests/request-progress";
import type { SuspensionGround } from "@/lib/domain/requests/suspension-ground";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEventWith } from "./audit-events";
import { type KeyWriting, startKeyWriting } from "./coefficient-version-writing";
import type { RequestFile } from "./convention-requests";
import { insertKeptFile } from "./kept-files";
import { type RegistryWriting, startRegistryWriting } from "./metering-point-writing";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** What a request asks. */
export type RequestContent = {
  readonly wantedDay: CivilDate;
  readonly keyId: string | null;
  readonly ground: SuspensionGround | null;
  readonly reason: string | null;
  readonly lines: readonly RequestLine[];
};

/** A request as it stands while nobody else changes it. */
export type LockedRequest = RequestProgress & {
  readonly id: string;
  readonly keyId: string | null;
  readonly lines: readonly RequestLine[];
  readonly hasFiles: boolean;
};

export type NewRequestFile = Pick<RequestFile, "kind" | "name"> & { readonly bytes: Uint8Array };

/** What can be written to the requests of one operation, and to what they change. */
export type RequestWriting = {
  /** Null when there is no such request. */
  readonly find: (requestId: string) => Promise<LockedRequest | null>;
  readonly insert: (kind: RequestKind, content: RequestContent) => Promise<string>;
  /** Writes over what it asks; files prepared for it are thrown away. */
  readonly replace: (requestId: string, content: RequestContent) => Promise<void>;
  /** Keeps the files that are to be sent, in the place of those prepared before. */
  readonly prepare: (requestId: string, files: readonly NewRequestFile[]) => Promise<void>;
  /** Records what a request became; the prepared files are those that were sent. */
  readonly move: (requestId: string, after: RequestProgress, problems?: readonly RequestProblem[]) => Promise<void>;
  readonly insertStatus: (status: OperationStatus, from: CivilDate, requestId: string | null) => Promise<void>;
  readonly registry: RegistryWriting;
  readonly keys: KeyWriting;
};

/** Changes requests and what they ask for in one transaction, while no settlement reads it. */
export async function writeRequests<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: RequestWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) => {
    const audit = (action: AuditAction, objectId: string, after: Prisma.InputJsonValue) =>
      insertAuditEventWith(client, {
        operationId,
        actor,
        action,
        objectType: "convention_request",
        objectId,
        after,
      });
    return body({
      find: (requestId) => findLocked(client, operationId, requestId),
      insert: async (kind, content) => {
        const id = await insertRequest(client, operationId, actor, kind, content);
        await insertLines(client, operationId, id, content.lines);
        await audit("draft.request", id, { kind, ...auditedContent(content) });
        return id;
      },
      replace: async (requestId, content) => {
        await replaceContent(client, operationId, requestId, content);
        await dropPrepared(client, operationId, requestId);
        await audit("draft.request", requestId, auditedContent(content));
      },
      prepare: async (requestId, files) => {
        await dropPrepared(client, operationId, requestId);
        for (const file of files) await insertFile(client, operationId, actor, requestId, file);
        await audit("prepare.request", requestId, { fileCount: files.length });
      },
      move: async (requestId, after, problems = []) => {
        await insertEvent(client, operationId, actor, requestId, after, problems);
        await audit(ACTION_OF[after.state], requestId, auditedMove(after, problems));
      },
      insertStatus: async (status, from, requestId) => {
        await client.query(
          `INSERT INTO operation_status (operation_id, id, from_day, status, request_id, created_at, created_by)
           VALUES ($1, $2, $3::date, $4, $5, clock_timestamp(), $6)`,
          [operationId, randomUUID(), from, status, requestId, actor.userId],
        );
      },
      registry: startRegistryWriting(client, operationId, actor),
      keys: startKeyWriting(client, operationId, actor),
    });
  });
}

const ACTION_OF: Readonly<Record<RequestProgress["state"], AuditAction>> = {
  draft: "draft.request",
  sent: "send.request",
  accepted: "accept.request",
  anomaly: "report.request_anomaly",
  in_effect: "fulfil.request",
  withdrawn: "withdraw.request",
};

const auditedContent = ({ wantedDay, keyId, ground, lines }: RequestContent): Prisma.InputJsonObject => ({
  wantedDay,
  keyId,
  ground,
  entered: auditedLines(lines, "entry"),
  left: auditedLines(lines, "exit"),
});

const auditedLines = (lines: readonly RequestLine[], wanted: RequestLine["move"]) =>
  lines.filter(({ move }) => move === wanted).map(({ meteringPointId, role }) => ({ meteringPointId, role }));

// The words of an anomaly may name somebody: the trail says of what it was, not what was said.
const auditedMove = ({ lastDay, effectDay, wantedDay }: RequestProgress, problems: readonly RequestProblem[]) => ({
  day: lastDay,
  wantedDay,
  effectDay,
  ...(problems.length === 0
    ? {}
    : { problems: problems.map(({ meteringPointId, subject }) => ({ meteringPointId, subject })) }),
});

async function findLocked(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  requestId: string,
): Promise<LockedRequest | null> {
  const { rows } = await client.query<Omit<LockedRequest, "lines">>(
    `SELECT r.id::text, r.kind::text, r.state::text, r.wanted_day::text AS "wantedDay", r.sent_day::text AS "sentDay",
            r.last_day::text AS "lastDay", r.effect_day::text AS "effectDay", r.key_id::text AS "keyId",
            EXISTS (SELECT FROM convention_request_file f
                     WHERE f.operation_id = $1 AND f.request_id = $2
                       AND f.event_id IS NULL AND f.replaced_at IS NULL) AS "hasFiles"
       FROM convention_request r WHERE r.operation_id = $1 AND r.id = $2 FOR UPDATE`,
    [operationId, requestId],
  );
  const [row] = rows;
  if (!row) return null;
  const { rows: lines } = await client.query<RequestLine>(
    `SELECT metering_point_id::text AS "meteringPointId", role::text, move::text
       FROM convention_request_line WHERE operation_id = $1 AND request_id = $2 ORDER BY 1, 2`,
    [operationId, requestId],
  );
  return { ...row, lines };
}

async function insertRequest(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  kind: RequestKind,
  { wantedDay, keyId, ground, reason }: RequestContent,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO convention_request (operation_id, id, number, kind, wanted_day, key_id, ground, reason, created_by)
     VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM convention_request WHERE operation_id = $1),
             $3, $4::date, $5, $6, $7, $8)`,
    [operationId, id, kind, wantedDay, keyId, ground, reason, actor.userId],
  );
  return id;
}

async function replaceContent(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  requestId: string,
  { wantedDay, keyId, ground, reason, lines }: RequestContent,
): Promise<void> {
  await client.query(
    `UPDATE convention_request SET wanted_day = $3::date, key_id = $4, ground = $5, reason = $6
      WHERE operation_id = $1 AND id = $2`,
    [operationId, requestId, wantedDay, keyId, ground, reason],
  );
  await client.query("DELETE FROM convention_request_line WHERE operation_id = $1 AND request_id = $2", [
    operationId,
    requestId,
  ]);
  await insertLines(client, operationId, requestId, lines);
}

async function insertLines(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  requestId: string,
  lines: readonly RequestLine[],
): Promise<void> {
  await client.query(
    `INSERT INTO convention_request_line (operation_id, request_id, metering_point_id, role, move)
     SELECT $1, $2, l.* FROM unnest($3::uuid[], $4::"AttachmentRole"[], $5::"RequestLineMove"[]) AS l`,
    [
      operationId,
      requestId,
      lines.map(({ meteringPointId }) => meteringPointId),
      lines.map(({ role }) => role),
      lines.map(({ move }) => move),
    ],
  );
}

async function dropPrepared(client: PoolClient, operationId: AuthorizedOperationId, requestId: string): Promise<void> {
  await client.query(
    `UPDATE convention_request_file SET replaced_at = clock_timestamp()
      WHERE operation_id = $1 AND request_id = $2 AND event_id IS NULL AND replaced_at IS NULL`,
    [operationId, requestId],
  );
}

async function insertFile(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  requestId: string,
  { kind, name, bytes }: NewRequestFile,
): Promise<void> {
  const sha256 = createHash("sha256").update(bytes).digest();
  await insertKeptFile(client, operationId, sha256, bytes);
  await client.query(
    `INSERT INTO convention_request_file (operation_id, id, request_id, kind, name, sha256, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [operationId, randomUUID(), requestId, kind, name, sha256, actor.userId],
  );
}

async function insertEvent(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  requestId: string,
  { state, lastDay, wantedDay, effectDay }: RequestProgress,
  problems: readonly RequestProblem[],
): Promise<void> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO convention_request_event
       (operation_id, id, request_id, position, state, day, wanted_day, effect_day, problems, created_at, created_by, via)
     VALUES ($1, $2, $3, (SELECT coalesce(max(position), 0) + 1 FROM convention_request_event
                           WHERE operation_id = $1 AND request_id = $3),
             $4, $5::date, $6::date, $7::date, $8, clock_timestamp(), $9, $10)`,
    [
      operationId,
      id,
      requestId,
      ...[state, lastDay, wantedDay, effectDay, JSON.stringify(problems), actor.userId, actor.via],
    ],
  );
  if (state !== "sent") return;
  await client.query(
    `UPDATE convention_request_file SET event_id = $3
      WHERE operation_id = $1 AND request_id = $2 AND event_id IS NULL AND replaced_at IS NULL`,
    [operationId, requestId, id],
  );
}
