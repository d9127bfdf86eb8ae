import { randomInt, randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findOperation, type OperationSheet } from "@/lib/data/operations";
import { pool } from "@/lib/data/pg";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { ensureCollectivity } from "@/lib/data/users";
import type { CivilDate } from "@/lib/domain/time/civil-date";

export type BenchOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: OperationSheet;
  readonly points: readonly { readonly id: string; readonly prm: string; readonly role: "consumer" | "producer" }[];
};

// A PRM is in one operation at a time: each operation of a bench has its own.
let nextPrm = randomInt(1e12);

/** A large operation, in a few statements; its consumers come first. Without a key: the default one applies. */
export async function createBenchOperation(
  startDay: CivilDate,
  { consumers, producers }: { readonly consumers: number; readonly producers: number },
): Promise<BenchOperation> {
  const collectivityId = await ensureCollectivity("bench", "Bench", operatorScope.actor);
  const id = operatorScope.authorizeOperation(randomUUID());
  const firstPrm = nextPrm;
  nextPrm += consumers + producers;
  await pool.query(
    `INSERT INTO operation (id, collectivity_id, slug, name, start_day, monthly_anniversary_day)
     VALUES ($1, $2, $3, 'Bench', $4, 1)`,
    [id, collectivityId, `bench-${id}`, startDay],
  );
  await pool.query(
    `WITH holder AS (
       INSERT INTO participant (operation_id, id, name)
       SELECT $1, gen_random_uuid(), 'Bench ' || lpad(n::text, 5, '0') FROM generate_series(0, $3::int - 1) n
       RETURNING id, substring(name FROM 7)::int AS n)
     INSERT INTO metering_point (operation_id, id, participant_id, prm, name)
     SELECT $1, gen_random_uuid(), id, lpad(($2::bigint + n)::text, 14, '0'), 'Site ' || lpad(n::text, 5, '0') FROM holder`,
    [id, firstPrm, consumers + producers],
  );
  await pool.query(
    `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
     SELECT operation_id, gen_random_uuid(), id, participant_id, prm,
            (CASE WHEN prm::bigint < $2::bigint + $3::bigint THEN 'consumer' ELSE 'producer' END)::"AttachmentRole", $4
       FROM metering_point WHERE operation_id = $1`,
    [id, firstPrm, consumers, startDay],
  );
  await pool.query("ANALYZE metering_point, attachment");
  const [sheet, sheets] = await Promise.all([findOperation(id), listMeteringPoints(id)]);
  if (!sheet) throw new Error("the operation was not stored");
  const points = sheets.map(({ id: pointId, prm, attachments }) => ({
    id: pointId,
    prm,
    role: attachments[0]?.role ?? "consumer",
  }));
  return { id, sheet, points };
}
