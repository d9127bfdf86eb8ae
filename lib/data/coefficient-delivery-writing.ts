import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { AuditAction } from "@/lib/domain/audit-action";
import type { DeliveryState } from "@/lib/domain/coefficients/delivery";
import type { KeyRuleJson, UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEventWith } from "./audit-events";
import { copyRows } from "./binary-copy";
import { encodeInt32 } from "./codecs";
import { answerExchanges, type ExchangeAnswer, insertExchanges, type NewExchange } from "./coefficient-exchanges";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** One Paris day of the coefficients of one consumer. */
export type DeliveryDay = {
  readonly day: CivilDate;
  /** Full dynamic only. */
  readonly producerId?: string;
  readonly consumerId: string;
  /** One for each step of the day, NO_PPM where there is none. [ppm] */
  readonly ppm: Int32Array;
};

export type NewDelivery = {
  readonly keyId: string | null;
  readonly kind: "dynamic_simple" | "dynamic_full";
  readonly channel: "file" | "api";
  readonly period: Period;
  readonly stepMinutes: number;
  readonly unitPpm: UnitPpm;
  /** How the coefficients were made; null when they come from a file. */
  readonly rule: KeyRuleJson | null;
  readonly fileName: string | null;
  /** By code and place, never by the PRM of a person. Empty: it is right. */
  readonly problems: readonly Prisma.InputJsonValue[];
  readonly days: Iterable<DeliveryDay>;
};

/** A delivery as it stands while nobody else changes it. */
export type LockedDelivery = {
  readonly id: string;
  readonly kind: "dynamic_simple" | "dynamic_full";
  readonly channel: "file" | "api";
  readonly state: DeliveryState;
  readonly period: Period;
  readonly isFaulty: boolean;
  readonly isSuperseded: boolean;
};

/** What can be written to the deliveries of one operation. */
export type DeliveryWriting = {
  /** Null when there is no such delivery. */
  readonly find: (deliveryId: string) => Promise<LockedDelivery | null>;
  /** Takes the place of the draft of the same period, if there is one. */
  readonly insertDraft: (delivery: NewDelivery) => Promise<string>;
  /** Writes some days of a draft over. */
  readonly replaceDays: (delivery: LockedDelivery, days: readonly DeliveryDay[]) => Promise<void>;
  readonly giveUp: (delivery: LockedDelivery) => Promise<void>;
  readonly send: (delivery: LockedDelivery, sentDay: CivilDate) => Promise<void>;
  /** Keeps what is to be transmitted through the interface, step by step. */
  readonly insertExchanges: (delivery: LockedDelivery, exchanges: Iterable<NewExchange>) => Promise<void>;
  /** What the DSO said of some steps; the number of those that were waiting for it. */
  readonly answerExchanges: (delivery: LockedDelivery, answers: readonly ExchangeAnswer[]) => Promise<number>;
  /** What the DSO said of the whole. */
  readonly answer: (delivery: LockedDelivery, answer: DeliveryAnswer) => Promise<void>;
  /** Keeps the coefficients that the DSO says it used. */
  readonly insertReported: (delivery: NewDelivery, day: CivilDate) => Promise<string>;
};

export type DeliveryAnswer = {
  readonly state: "accepted" | "refused";
  readonly day: CivilDate;
  readonly note: string | null;
};

/** Changes the deliveries in one transaction, while no settlement reads them. */
export async function writeDeliveries<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: DeliveryWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) => {
    const scope = { client, operationId, actor };
    const audit = (action: AuditAction, objectId: string, after?: Prisma.InputJsonValue) =>
      insertAuditEventWith(client, {
        operationId,
        actor,
        action,
        objectType: "coefficient_delivery",
        objectId,
        ...(after === undefined ? {} : { after }),
      });
    // By the clock that dates runs: which of the two came first decides whether a run is to be made again.
    const set = (id: string, assignments: string, ...values: unknown[]) =>
      client.query(`UPDATE coefficient_delivery SET ${assignments} WHERE operation_id = $1 AND id = $2`, [
        operationId,
        id,
        ...values,
      ]);
    return body({
      find: (deliveryId) => findLocked(client, operationId, deliveryId),
      insertDraft: async (delivery) => {
        await client.query(
          `UPDATE coefficient_delivery SET superseded_at = clock_timestamp()
            WHERE operation_id = $1 AND source = 'organiser' AND state = 'draft' AND superseded_at IS NULL
              AND period_from < $3::date AND period_to > $2::date`,
          [operationId, delivery.period.from, delivery.period.toExclusive],
        );
        const id = await insertDelivery(scope, "organiser", delivery);
        await audit("draft.coefficient_delivery", id, audited(delivery));
        return id;
      },
      replaceDays: async ({ id, kind }, days) => {
        await deleteDays(scope, id, kind, days);
        await copyDays(scope, id, kind, days);
        await audit("draft.coefficient_delivery", id, { dayCount: days.length });
      },
      giveUp: async ({ id }) => {
        await set(id, "superseded_at = clock_timestamp()");
        await audit("abandon.coefficient_delivery", id);
      },
      send: async ({ id, period }, sentDay) => {
        await set(
          id,
          "state = 'sent', sent_day = $3::date, sent_by = $4, changed_at = clock_timestamp()",
          ...[sentDay, actor.userId],
        );
        await audit("send.coefficient_delivery", id, { ...period, sentDay });
      },
      answer: async ({ id, channel, state: before }, { state, day, note }) => {
        // A file that was sent counts until it is refused: that it is accepted changes no settlement. Through the
        // interface, it makes the steps that waited count.
        const isAsBefore = channel === "file" && before === "sent" && state === "accepted";
        await set(
          id,
          `state = $3::"DeliveryState", answered_day = $4::date, answer_note = $5,
           changed_at = CASE WHEN $6 THEN changed_at ELSE clock_timestamp() END`,
          ...[state, day, note, isAsBefore],
        );
        await audit("answer.coefficient_delivery", id, { state, day });
      },
      insertExchanges: ({ id }, exchanges) => insertExchanges(client, operationId, id, exchanges),
      answerExchanges: async ({ id }, answers) => {
        const count = await answerExchanges(client, operationId, id, answers);
        if (count > 0) {
          await set(id, "changed_at = clock_timestamp()");
          await audit("exchange.coefficient_delivery", id, { answered: count });
        }
        return count;
      },
      insertReported: async (delivery, day) => {
        const id = await insertDelivery(scope, "operator", delivery);
        await set(id, "state = 'accepted', sent_day = $3::date, changed_at = clock_timestamp()", day);
        await audit("report.coefficient_delivery", id, audited(delivery));
        return id;
      },
    });
  });
}

const audited = ({ kind, channel, period, unitPpm }: NewDelivery): Prisma.InputJsonValue => ({
  kind,
  channel,
  ...period,
  unitPpm,
});

async function findLocked(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  deliveryId: string,
): Promise<LockedDelivery | null> {
  const { rows } = await client.query<Omit<LockedDelivery, "period"> & Period>(
    `SELECT id::text, kind::text, channel::text, state::text, period_from::text AS "from", period_to::text AS "toExclusive",
            problems <> '[]'::jsonb AS "isFaulty", superseded_at IS NOT NULL AS "isSuperseded"
       FROM coefficient_delivery WHERE operation_id = $1 AND id = $2 AND source = 'organiser' FOR UPDATE`,
    [operationId, deliveryId],
  );
  const [row] = rows;
  if (!row) return null;
  const { from, toExclusive, ...delivery } = row;
  return { ...delivery, period: { from, toExclusive } };
}

type Scope = {
  readonly client: PoolClient;
  readonly operationId: AuthorizedOperationId;
  readonly actor: Actor;
};

async function insertDelivery(
  scope: Scope,
  source: "organiser" | "operator",
  { keyId, kind, channel, period, stepMinutes, unitPpm, rule, fileName, problems, days }: NewDelivery,
): Promise<string> {
  const { client, operationId, actor } = scope;
  const id = randomUUID();
  await client.query(
    `INSERT INTO coefficient_delivery (operation_id, id, key_id, source, kind, channel, period_from, period_to, version,
       step_minutes, unit_ppm, rule, file_name, problems, created_by)
     SELECT $1, $2, $3, $4::"DeliverySource", $5, $6, $7::date, $8::date, coalesce(max(version), 0) + 1, $9, $10, $11,
            $12, $13, $14
       FROM coefficient_delivery WHERE operation_id = $1 AND source = $4::"DeliverySource" AND period_from = $7::date`,
    [
      operationId,
      id,
      keyId,
      source,
      kind,
      channel,
      period.from,
      period.toExclusive,
      stepMinutes,
      unitPpm,
      rule && JSON.stringify(rule),
      fileName,
      JSON.stringify(problems),
      actor.userId,
    ],
  );
  await copyDays(scope, id, kind, days);
  return id;
}

async function copyDays(
  { client, operationId }: Scope,
  deliveryId: string,
  kind: NewDelivery["kind"],
  days: Iterable<DeliveryDay>,
): Promise<void> {
  const isFull = kind === "dynamic_full";
  const target = isFull
    ? "dynamic_full_day (operation_id, delivery_id, day, producer_id, consumer_id, ppm)"
    : "dynamic_simple_day (operation_id, delivery_id, day, consumer_id, ppm)";
  await copyRows(client, target, days, (row, { day, producerId, consumerId, ppm }) => {
    row.startRow(isFull ? 6 : 5);
    row.uuid(operationId);
    row.uuid(deliveryId);
    row.date(day);
    if (isFull) row.uuid(producerId ?? "");
    row.uuid(consumerId);
    row.bytes(encodeInt32(ppm));
  });
}

async function deleteDays(
  { client, operationId }: Scope,
  deliveryId: string,
  kind: NewDelivery["kind"],
  days: readonly DeliveryDay[],
): Promise<void> {
  const named = [
    operationId,
    deliveryId,
    days.map(({ day }) => day),
    days.map(({ consumerId }) => consumerId),
    days.map(({ producerId }) => producerId ?? null),
  ];
  if (kind === "dynamic_full") {
    await client.query(
      `DELETE FROM dynamic_full_day d
        USING unnest($3::date[], $4::uuid[], $5::uuid[]) AS n(day, consumer_id, producer_id)
        WHERE d.operation_id = $1 AND d.delivery_id = $2 AND d.day = n.day AND d.consumer_id = n.consumer_id
          AND d.producer_id = n.producer_id`,
      named,
    );
    return;
  }
  await client.query(
    `DELETE FROM dynamic_simple_day d USING unnest($3::date[], $4::uuid[]) AS n(day, consumer_id)
      WHERE d.operation_id = $1 AND d.delivery_id = $2 AND d.day = n.day AND d.consumer_id = n.consumer_id`,
    named.slice(0, 4),
  );
}
