import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { TenantMove } from "@/lib/domain/hlm/tenant-change";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Writes changes of tenant in a transaction that holds the settlement lock, each with its audit event. */
export type TenantWriting = {
  readonly open: (change: {
    readonly meteringPointId: string;
    readonly endDay: CivilDate;
    readonly endNoticeDay: CivilDate | null;
  }) => Promise<string>;
  readonly serve: (
    changeId: string,
    service: { readonly day: CivilDate; readonly noticeDay: CivilDate; readonly participantId: string },
  ) => Promise<void>;
  readonly notice: (changeId: string, day: CivilDate) => Promise<void>;
  readonly refuse: (changeId: string, day: CivilDate) => Promise<void>;
  readonly abandon: (changeId: string, day: CivilDate) => Promise<void>;
  readonly markReturned: (changeId: string) => Promise<void>;
};

const ONE_AT_A_TIME = "tenant_change_one_at_a_time";

/** Whether a change was refused because the metering point waits for a tenant already. */
export function isWaitingAlready(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === ONE_AT_A_TIME;
}

/** Runs what changes a change of tenant but not who counts, as one transaction: what `body` reads is what it changes. */
export function writeTenantChange<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: TenantWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    body(startTenantWriting(client, operationId, actor)),
  );
}

/** The same inside a transaction that holds the settlement lock. */
export function startTenantWriting(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
): TenantWriting {
  const record = (objectId: string, move: TenantMove | "open", after: Readonly<Record<string, string | null>>) =>
    insertAuditEventWith(client, {
      operationId,
      actor,
      action: "move.tenant_change",
      objectType: "tenant_change",
      objectId,
      after: { move, ...after },
    });
  const set = (changeId: string, assignments: string, values: readonly unknown[]) =>
    client.query(`UPDATE tenant_change SET ${assignments} WHERE operation_id = $1 AND id = $2`, [
      operationId,
      changeId,
      ...values,
    ]);
  return {
    open: async ({ meteringPointId, endDay, endNoticeDay }) => {
      const id = randomUUID();
      await client.query(
        `INSERT INTO tenant_change (operation_id, id, metering_point_id, end_day, end_notice_day, created_at, created_by)
         VALUES ($1, $2, $3, $4::date, $5::date, clock_timestamp(), $6)`,
        [operationId, id, meteringPointId, endDay, endNoticeDay, actor.userId],
      );
      await record(id, "open", { meteringPointId, endDay, endNoticeDay });
      return id;
    },
    serve: async (changeId, { day, noticeDay, participantId }) => {
      await set(changeId, "service_day = $3::date, service_notice_day = $4::date, new_participant_id = $5", [
        day,
        noticeDay,
        participantId,
      ]);
      await record(changeId, "service", { day, noticeDay, participantId });
    },
    notice: async (changeId, day) => {
      await set(changeId, "end_notice_day = $3::date", [day]);
      await record(changeId, "notice", { day });
    },
    refuse: async (changeId, day) => {
      await set(changeId, "refusal_day = $3::date", [day]);
      await record(changeId, "refuse", { day });
    },
    abandon: async (changeId, day) => {
      await set(changeId, "abandoned_day = $3::date", [day]);
      await record(changeId, "abandon", { day });
    },
    markReturned: async (changeId) => {
      await set(changeId, "returned_at = clock_timestamp()", []);
      await record(changeId, "return", {});
    },
  };
}
