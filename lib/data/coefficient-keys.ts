import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { CoefficientKey, CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { fromDbDate } from "./codecs";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** The keys that hold or will hold, oldest first. */
export async function listCoefficientKeys(operationId: AuthorizedOperationId): Promise<readonly CoefficientKey[]> {
  const keys = await prisma.coefficientKey.findMany({
    where: { operationId, supersededAt: null },
    orderBy: { fromDay: "asc" },
    select: {
      id: true,
      kind: true,
      fromDay: true,
      toDay: true,
      coefficients: { select: { meteringPointId: true, ppm: true } },
    },
  });
  return keys.map(({ id, kind, fromDay, toDay, coefficients }) => ({
    id,
    kind,
    from: fromDbDate(fromDay),
    toExclusive: toDay && fromDbDate(toDay),
    ppmByConsumer: new Map(coefficients.map(({ meteringPointId, ppm }) => [meteringPointId, ppm])),
  }));
}

export type NewCoefficientKey = {
  readonly kind: CoefficientKind;
  readonly from: CivilDate;
  readonly ppmByConsumer: ReadonlyMap<string, number>;
};

/**
 * Makes a key hold from a day on.
 *
 * The key in force that day ends there; keys that were to start later are superseded. One transaction.
 */
export async function insertCoefficientKey(
  operationId: AuthorizedOperationId,
  actor: Actor,
  key: NewCoefficientKey,
): Promise<string> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    insertCoefficientKeyWith(client, operationId, actor, key),
  );
}

/** The same inside a transaction that holds the settlement lock. */
export async function insertCoefficientKeyWith(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { kind, from, ppmByConsumer }: NewCoefficientKey,
): Promise<string> {
  const id = randomUUID();
  // By the clock that dates runs: which of the two came first decides whether a run is to be made again.
  await client.query(
    `UPDATE coefficient_key SET superseded_at = clock_timestamp()
      WHERE operation_id = $1 AND superseded_at IS NULL AND from_day >= $2::date`,
    [operationId, from],
  );
  await client.query(
    `UPDATE coefficient_key SET to_day = $2::date
      WHERE operation_id = $1 AND superseded_at IS NULL AND (to_day IS NULL OR to_day > $2::date)`,
    [operationId, from],
  );
  await client.query(
    `INSERT INTO coefficient_key (operation_id, id, kind, from_day, created_at, created_by)
     VALUES ($1, $2, $3, $4::date, clock_timestamp(), $5)`,
    [operationId, id, kind, from, actor.userId],
  );
  await client.query(
    `INSERT INTO static_coefficient (operation_id, key_id, metering_point_id, ppm)
     SELECT $1, $2, c.id, c.ppm FROM unnest($3::uuid[], $4::int[]) AS c(id, ppm)`,
    [operationId, id, [...ppmByConsumer.keys()], [...ppmByConsumer.values()]],
  );
  await insertAuditEventWith(client, {
    operationId,
    actor,
    action: "set.coefficients",
    objectType: "coefficient_key",
    objectId: id,
    after: { kind, from, ppm: Object.fromEntries(ppmByConsumer) },
  });
  return id;
}
