import "server-only";
import type { PoolClient } from "pg";
import type { Delivery, DeliveryState, PpmByConsumer, RejectedStep } from "@/lib/domain/coefficients/delivery";
import { NO_PPM } from "@/lib/domain/coefficients/delivery";
import { dynamicKeyDeadline } from "@/lib/domain/coefficients/dynamic-key-deadline";
import type { KeyRuleJson, UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import type { Prisma } from "@/lib/generated/prisma/client";
import { decodeInt32 } from "./codecs";
import { findHolidayRegion } from "./holiday-region";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** What is known of a delivery without its coefficients. */
export type DeliverySummary = {
  readonly id: string;
  readonly keyId: string | null;
  readonly source: "organiser" | "operator";
  readonly kind: "dynamic_simple" | "dynamic_full";
  readonly channel: "file" | "api";
  readonly period: Period;
  readonly version: number;
  readonly state: DeliveryState;
  readonly stepMinutes: number;
  readonly unitPpm: UnitPpm;
  readonly rule: KeyRuleJson | null;
  readonly fileName: string | null;
  readonly problems: readonly Prisma.JsonValue[];
  readonly createdAt: Date;
  readonly createdByName: string | null;
  readonly sentDay: CivilDate | null;
  readonly sentByName: string | null;
  readonly answeredDay: CivilDate | null;
  readonly answerNote: string | null;
  /** A draft given up, or made anew. */
  readonly isSuperseded: boolean;
};

const SUMMARY = `
  SELECT d.id::text, d.key_id::text AS "keyId", d.source::text, d.kind::text, d.channel::text,
         d.period_from::text AS "periodFrom", d.period_to::text AS "periodTo", d.version::int, d.state::text,
         d.step_minutes::int AS "stepMinutes", d.unit_ppm AS "unitPpm", d.rule, d.file_name AS "fileName", d.problems,
         d.created_at AS "createdAt", c.name AS "createdByName", d.sent_day::text AS "sentDay", s.name AS "sentByName",
         d.answered_day::text AS "answeredDay", d.answer_note AS "answerNote",
         d.superseded_at IS NOT NULL AS "isSuperseded"
    FROM coefficient_delivery d
    LEFT JOIN "user" c ON c.id = d.created_by
    LEFT JOIN "user" s ON s.id = d.sent_by`;

type SummaryRow = Omit<DeliverySummary, "period"> & {
  readonly periodFrom: CivilDate;
  readonly periodTo: CivilDate;
};

/** The deliveries of an operation, latest period first, then latest version. */
export async function listDeliveries(operationId: AuthorizedOperationId): Promise<readonly DeliverySummary[]> {
  const { rows } = await pool.query<SummaryRow>(
    `${SUMMARY} WHERE d.operation_id = $1 ORDER BY d.period_from DESC, d.source, d.version DESC`,
    [operationId],
  );
  return rows.map(toSummary);
}

export async function findDelivery(
  operationId: AuthorizedOperationId,
  deliveryId: string,
): Promise<DeliverySummary | null> {
  const { rows } = await pool.query<SummaryRow>(`${SUMMARY} WHERE d.operation_id = $1 AND d.id = $2`, [
    operationId,
    deliveryId,
  ]);
  return rows[0] ? toSummary(rows[0]) : null;
}

function toSummary({ periodFrom, periodTo, ...row }: SummaryRow): DeliverySummary {
  return { ...row, period: { from: periodFrom, toExclusive: periodTo } };
}

type Reading = { readonly client?: Pick<PoolClient, "query"> };

/** What the organiser sent for a period, oldest first, with its coefficients. */
export async function readSentDeliveries(
  operationId: AuthorizedOperationId,
  period: Period,
  { client = pool }: Reading = {},
): Promise<readonly Delivery[]> {
  const { rows } = await client.query<SummaryRow>(
    `${SUMMARY} WHERE d.operation_id = $1 AND d.source = 'organiser' AND d.state <> 'draft'
        AND d.period_from < $3::date AND d.period_to > $2::date
      ORDER BY d.period_from, d.version`,
    [operationId, period.from, period.toExclusive],
  );
  const deliveries: Delivery[] = [];
  for (const row of rows) deliveries.push(await readDelivery(operationId, toSummary(row), { client }));
  return deliveries;
}

/** A delivery with its coefficients, on the axis of its period. */
export async function readDelivery(
  operationId: AuthorizedOperationId,
  summary: DeliverySummary,
  { client = pool }: Reading = {},
): Promise<Delivery> {
  const { id, period, channel, state, sentDay, problems, kind } = summary;
  return {
    id,
    period,
    channel,
    state,
    sentDay,
    isFaulty: problems.length > 0,
    rejectedSteps: channel === "api" ? await listRejectedSteps(client, operationId, summary) : [],
    coefficients:
      kind === "dynamic_simple"
        ? { kind, ppm: await readSimple(client, operationId, summary) }
        : { kind, ppm: await readFull(client, operationId, summary) },
  };
}

async function readSimple(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  summary: DeliverySummary,
): Promise<PpmByConsumer> {
  const { rows } = await client.query<[string, CivilDate, Buffer]>({
    text: `SELECT consumer_id::text, day::text, ppm FROM dynamic_simple_day
            WHERE operation_id = $1 AND delivery_id = $2 ORDER BY consumer_id, day`,
    values: [operationId, summary.id],
    rowMode: "array",
  });
  return joinDays(rows, summary);
}

async function readFull(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  summary: DeliverySummary,
): Promise<ReadonlyMap<string, PpmByConsumer>> {
  const { rows } = await client.query<[string, string, CivilDate, Buffer]>({
    text: `SELECT producer_id::text, consumer_id::text, day::text, ppm FROM dynamic_full_day
            WHERE operation_id = $1 AND delivery_id = $2 ORDER BY producer_id, consumer_id, day`,
    values: [operationId, summary.id],
    rowMode: "array",
  });
  const daysOf = new Map<string, [string, CivilDate, Buffer][]>();
  for (const [producerId, ...day] of rows) {
    const days = daysOf.get(producerId);
    if (days) days.push(day);
    else daysOf.set(producerId, [day]);
  }
  return new Map([...daysOf].map(([producerId, days]) => [producerId, joinDays(days, summary)]));
}

function joinDays(
  rows: readonly (readonly [string, CivilDate, Buffer])[],
  { period, stepMinutes }: DeliverySummary,
): PpmByConsumer {
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const spans = new Map(listParisDays(axis).map((span) => [span.day, span]));
  const joined = new Map<string, Int32Array>();
  for (const [consumerId, day, bytes] of rows) {
    let ppm = joined.get(consumerId);
    if (!ppm) {
      ppm = new Int32Array(axis.length).fill(NO_PPM);
      joined.set(consumerId, ppm);
    }
    const span = spans.get(day);
    if (span) ppm.set(decodeInt32(bytes), span.start);
  }
  return joined;
}

// The latest answer to a step counts. Not transmitted, or after the delay, is as not notified; a delivery that the DSO
// accepted whole, or of which no step was transmitted from here, has but the rejections that were recorded.
async function listRejectedSteps(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  { id, period, stepMinutes, state }: DeliverySummary,
): Promise<readonly RejectedStep[]> {
  const { startMs } = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const lastDay = dynamicKeyDeadline(period, await findHolidayRegion(operationId, client));
  const { rows } = await client.query<RejectedStep>(
    `SELECT ((extract(epoch FROM step_at) * 1000 - $3::float8) / ($4::int * 60000))::int AS step,
            producer_id::text AS "producerId"
       FROM (SELECT DISTINCT ON (step_at, producer_id) step_at, producer_id, outcome, answered_at
               FROM coefficient_exchange WHERE operation_id = $1 AND delivery_id = $2
              ORDER BY step_at, producer_id, sent_at DESC, id DESC) AS latest
      WHERE outcome = 'rejected'
         OR (NOT $5 AND (outcome = 'waiting' OR (answered_at AT TIME ZONE 'Europe/Paris')::date > $6::date))
      ORDER BY step_at, producer_id`,
    [operationId, id, startMs, stepMinutes, state === "accepted", lastDay],
  );
  return rows;
}
