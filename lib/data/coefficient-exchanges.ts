import "server-only";
import type { PoolClient } from "pg";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

export type ExchangeOutcome = "waiting" | "accepted" | "rejected";

/** What goes to the DSO for one step, and one producer when full dynamic. */
export type NewExchange = {
  readonly stepMs: number;
  /** Null when the coefficients are the same for every producer. */
  readonly producerId: string | null;
  /** Coefficient of each consumer by metering point id. [ppm] */
  readonly payload: Readonly<Record<string, number>>;
};

/** What was exchanged of one step. */
export type Exchange = NewExchange & {
  readonly id: string;
  readonly outcome: ExchangeOutcome;
  /** The DSO's words when it rejects. */
  readonly rejection: string | null;
  readonly sentAt: Date;
  readonly answeredAt: Date | null;
};

export type ExchangePage = {
  readonly outcome?: ExchangeOutcome | undefined;
  /** Id of the last one of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** The steps of a delivery in the order of time, then of producers. */
export async function listExchanges(
  operationId: AuthorizedOperationId,
  deliveryId: string,
  { outcome, after, limit }: ExchangePage,
): Promise<readonly Exchange[]> {
  const { rows } = await pool.query<Exchange>(
    `SELECT e.id::text, (extract(epoch FROM e.step_at) * 1000)::float8 AS "stepMs", e.producer_id::text AS "producerId",
            e.payload, e.outcome::text, e.rejection, e.sent_at AS "sentAt", e.answered_at AS "answeredAt"
       FROM coefficient_exchange e
       LEFT JOIN coefficient_exchange a ON a.operation_id = e.operation_id AND a.id = $4
      WHERE e.operation_id = $1 AND e.delivery_id = $2 AND ($3::text IS NULL OR e.outcome::text = $3)
        AND ($4::uuid IS NULL
             OR (e.step_at, coalesce(e.producer_id, e.delivery_id), e.id)
              > (a.step_at, coalesce(a.producer_id, a.delivery_id), a.id))
      ORDER BY e.step_at, coalesce(e.producer_id, e.delivery_id), e.id LIMIT $5`,
    [operationId, deliveryId, outcome ?? null, after ?? null, limit],
  );
  return rows;
}

/** How many steps of each delivery wait, were accepted, were rejected. */
export async function countExchanges(
  operationId: AuthorizedOperationId,
  deliveryId: string,
): Promise<Readonly<Record<ExchangeOutcome, number>>> {
  const { rows } = await pool.query<{ outcome: ExchangeOutcome; count: number }>(
    `SELECT outcome::text, count(*)::int FROM coefficient_exchange
      WHERE operation_id = $1 AND delivery_id = $2 GROUP BY outcome`,
    [operationId, deliveryId],
  );
  const counts = new Map(rows.map(({ outcome, count }) => [outcome, count]));
  const of = (outcome: ExchangeOutcome) => counts.get(outcome) ?? 0;
  return { waiting: of("waiting"), accepted: of("accepted"), rejected: of("rejected") };
}

// A payload names every consumer: a thousand of them are some forty kilobytes.
const BATCH = 200;

/** Keeps what is to be transmitted, inside the caller's transaction. */
export async function insertExchanges(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  deliveryId: string,
  exchanges: Iterable<NewExchange>,
): Promise<void> {
  let batch: NewExchange[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await client.query(
      `INSERT INTO coefficient_exchange (operation_id, id, delivery_id, step_at, producer_id, payload)
       SELECT $1, gen_random_uuid(), $2, to_timestamp(n.ms / 1000.0), n.producer_id, n.payload
         FROM unnest($3::float8[], $4::uuid[], $5::jsonb[]) AS n(ms, producer_id, payload)`,
      [
        operationId,
        deliveryId,
        batch.map(({ stepMs }) => stepMs),
        batch.map(({ producerId }) => producerId),
        batch.map(({ payload }) => JSON.stringify(payload)),
      ],
    );
    batch = [];
  };
  for (const exchange of exchanges) {
    batch.push(exchange);
    if (batch.length === BATCH) await flush();
  }
  await flush();
}

/** What the DSO said of one step. */
export type ExchangeAnswer = {
  readonly id: string;
  readonly outcome: "accepted" | "rejected";
  readonly rejection: string | null;
};

/**
 * Records answers, each once: an exchange that has its answer keeps it.
 *
 * @returns Number of exchanges that were waiting and have their answer.
 */
export async function answerExchanges(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  deliveryId: string,
  answers: readonly ExchangeAnswer[],
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE coefficient_exchange e
        SET outcome = n.outcome::"ExchangeOutcome", rejection = n.rejection, answered_at = clock_timestamp()
       FROM unnest($3::uuid[], $4::text[], $5::text[]) AS n(id, outcome, rejection)
      WHERE e.operation_id = $1 AND e.delivery_id = $2 AND e.id = n.id AND e.outcome = 'waiting'`,
    [
      operationId,
      deliveryId,
      answers.map(({ id }) => id),
      answers.map(({ outcome }) => outcome),
      answers.map(({ rejection }) => rejection),
    ],
  );
  return rowCount ?? 0;
}
