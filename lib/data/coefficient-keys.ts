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

/** The keys that hold or will hold, oldest first: those that were sent. */
export async function listCoefficientKeys(operationId: AuthorizedOperationId): Promise<readonly CoefficientKey[]> {
  const keys = await prisma.coefficientKey.findMany({
    where: { operationId, state: "sent", supersededAt: null },
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
 * Records a key that the DSO already applies, or will: it was sent otherwise, and holds from a day on.
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
  await client.query(
    `INSERT INTO coefficient_key (operation_id, id, version, kind, from_day, created_by)
     VALUES ($1, $2, ${NEXT_VERSION}, $3, $4::date, $5)`,
    [operationId, id, kind, from, actor.userId],
  );
  await insertStaticCoefficients(client, operationId, id, ppmByConsumer);
  await makeKeyHold(client, operationId, actor, { id, from });
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

/** The next number of a version, where $1 is the operation. */
export const NEXT_VERSION = "(SELECT coalesce(max(version), 0) + 1 FROM coefficient_key WHERE operation_id = $1)";

export async function insertStaticCoefficients(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  keyId: string,
  ppmByConsumer: ReadonlyMap<string, number>,
): Promise<void> {
  await client.query(
    `INSERT INTO static_coefficient (operation_id, key_id, metering_point_id, ppm)
     SELECT $1, $2, c.id, c.ppm FROM unnest($3::uuid[], $4::int[]) AS c(id, ppm)`,
    [operationId, keyId, [...ppmByConsumer.keys()], [...ppmByConsumer.values()]],
  );
}

/** Marks a key as sent: from its day on it holds, and no other does. Holds the settlement lock. */
export async function makeKeyHold(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { id, from, sentDay = null }: { readonly id: string; readonly from: CivilDate; readonly sentDay?: CivilDate | null },
): Promise<void> {
  // By the clock that dates runs: which of the two came first decides whether a run is to be made again.
  await client.query(
    `UPDATE coefficient_key SET superseded_at = clock_timestamp()
      WHERE operation_id = $1 AND state = 'sent' AND superseded_at IS NULL AND from_day >= $2::date`,
    [operationId, from],
  );
  await client.query(
    `UPDATE coefficient_key SET to_day = $2::date
      WHERE operation_id = $1 AND state = 'sent' AND superseded_at IS NULL AND (to_day IS NULL OR to_day > $2::date)`,
    [operationId, from],
  );
  await client.query(
    `UPDATE coefficient_key SET state = 'sent', sent_at = clock_timestamp(), sent_by = $3, sent_day = $4::date
      WHERE operation_id = $1 AND id = $2`,
    [operationId, id, actor.userId, sentDay],
  );
}
