import "server-only";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** What a run was computed with and from. */
export type RunOrigin = { readonly engineVersion: string /** Hexadecimal. */; readonly inputFingerprint: string };

/** What some runs were computed with and from, by run. */
export async function listRunOrigins(
  operationId: AuthorizedOperationId,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, RunOrigin>> {
  const rows = await prisma.settlementRun.findMany({
    where: { operationId, id: { in: [...runIds] } },
    select: { id: true, engineVersion: true, inputFingerprint: true },
  });
  return new Map(
    rows.map(({ id, engineVersion, inputFingerprint }) => [
      id,
      { engineVersion, inputFingerprint: Buffer.from(inputFingerprint).toString("hex") },
    ]),
  );
}

/** What a metering point drew or fed in over several runs, in one role. [Wh] */
export type PointSum = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly energyWh: number;
  readonly sharedWh: number;
  /** Saved by a consumer, paid to a producer; null while a price lacks in one of the runs. [cents] */
  readonly amountCents: number | null;
};

/** The metering points of some runs, each with its sums over all of them. */
export async function sumRunPoints(
  operationId: AuthorizedOperationId,
  runIds: readonly string[],
): Promise<readonly PointSum[]> {
  const { rows } = await pool.query<PointSum>(
    `SELECT p.metering_point_id::text AS "meteringPointId", p.role::text AS role, sum(p.energy_wh) AS "energyWh",
            sum(p.shared_wh) AS "sharedWh",
            CASE WHEN count(*) = count(CASE p.role WHEN 'consumer' THEN m.saved_cents
                                       ELSE m.internal_cents + m.resale_cents END)
                 THEN sum(CASE p.role WHEN 'consumer' THEN m.saved_cents
                          ELSE m.internal_cents + m.resale_cents END)::int END AS "amountCents"
       FROM settlement_run_point p
       LEFT JOIN run_money m ON m.operation_id = p.operation_id AND m.run_id = p.run_id
                            AND m.metering_point_id = p.metering_point_id AND m.role = p.role
      WHERE p.operation_id = $1 AND p.run_id = ANY($2::uuid[])
      GROUP BY p.metering_point_id, p.role`,
    [operationId, runIds],
  );
  return rows;
}

/** The participants of an operation who are natural persons, by id. */
export async function listNaturalPersonIds(operationId: AuthorizedOperationId): Promise<ReadonlySet<string>> {
  const rows = await prisma.participant.findMany({ where: { operationId, kind: "natural" }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
