import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { AuthorizedOperationId } from "./scope";

export type HandOver = { readonly meteringPointId: string; readonly to: string; readonly day: CivilDate };

/**
 * Gives a metering point to another holder from a day on: the stay of that day is split, later ones are his.
 *
 * What is the former holder's own does not go to the next one: his contract, and a site called as he is.
 */
export async function handOverWith(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { meteringPointId, to, day }: HandOver,
): Promise<void> {
  const { rows: split } = await client.query<{ id: string; to_day: string | null }>(
    `SELECT id, to_day::text FROM attachment WHERE operation_id = $1 AND metering_point_id = $2
        AND from_day < $3::date AND (to_day IS NULL OR to_day > $3::date)`,
    [operationId, meteringPointId, day],
  );
  await client.query(
    `UPDATE attachment SET participant_id = $4
      WHERE operation_id = $1 AND metering_point_id = $2 AND from_day >= $3::date`,
    [operationId, meteringPointId, day, to],
  );
  for (const { id, to_day } of split) {
    const { rows } = await client.query<{ asked: string | null; cause: string | null }>(
      `SELECT requested_to_day::text AS asked, exit_cause::text AS cause FROM attachment
        WHERE operation_id = $1 AND id = $2`,
      [operationId, id],
    );
    await client.query(
      `UPDATE attachment SET to_day = $3::date, requested_to_day = NULL, exit_cause = NULL
        WHERE operation_id = $1 AND id = $2`,
      [operationId, id, day],
    );
    await client.query(
      `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day, to_day,
                               requested_to_day, exit_cause)
       SELECT $1, $3, metering_point_id, $4, prm, role, $5::date, $6::date, $7::date, $8::"ExitCause"
         FROM attachment WHERE operation_id = $1 AND id = $2`,
      [operationId, id, randomUUID(), to, day, to_day, rows[0]?.asked ?? null, rows[0]?.cause ?? null],
    );
  }
  await client.query(
    `UPDATE metering_point p
        SET participant_id = $3, name = CASE WHEN p.name = f.name THEN n.name ELSE p.name END,
            withdrawal_contract = NULL, subscribed_power_va = NULL, annual_withdrawal_wh = NULL
       FROM participant f, participant n
      WHERE p.operation_id = $1 AND p.id = $2 AND f.operation_id = $1 AND f.id = p.participant_id
        AND n.operation_id = $1 AND n.id = $3`,
    [operationId, meteringPointId, to],
  );
}
