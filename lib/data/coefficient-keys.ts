import "server-only";
import type { CoefficientKey, CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEvent } from "./audit-events";
import { fromDbDate, toDbDate } from "./codecs";
import { settlementLock } from "./operation-locks";
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

/** A settlement of a large operation may hold the lock for a while. */
const LONG_WAIT = { timeout: 60_000 };

/**
 * Makes a key hold from a day on.
 *
 * The key in force that day ends there; keys that were to start later are superseded. One transaction.
 */
export async function insertCoefficientKey(
  operationId: AuthorizedOperationId,
  actor: Actor,
  key: {
    readonly kind: CoefficientKind;
    readonly from: CivilDate;
    readonly ppmByConsumer: ReadonlyMap<string, number>;
  },
): Promise<string> {
  const fromDay = toDbDate(key.from);
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${settlementLock(operationId)}, 0))`;
    // By the clock that dates runs: which of the two came first decides whether a run is to be made again.
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    if (!clock) throw new Error("the database does not say the time");
    await tx.coefficientKey.updateMany({
      where: { operationId, supersededAt: null, fromDay: { gte: fromDay } },
      data: { supersededAt: clock.now },
    });
    await tx.coefficientKey.updateMany({
      where: { operationId, supersededAt: null, OR: [{ toDay: null }, { toDay: { gt: fromDay } }] },
      data: { toDay: fromDay },
    });
    const { id } = await tx.coefficientKey.create({
      data: {
        operationId,
        kind: key.kind,
        fromDay,
        createdAt: clock.now,
        createdBy: actor.userId,
        coefficients: {
          create: [...key.ppmByConsumer].map(([meteringPointId, ppm]) => ({ meteringPointId, ppm })),
        },
      },
      select: { id: true },
    });
    const after = { kind: key.kind, from: key.from, ppm: Object.fromEntries(key.ppmByConsumer) };
    await insertAuditEvent(
      { operationId, actor, action: "set.coefficients", objectType: "coefficient_key", objectId: id, after },
      tx,
    );
    return id;
  }, LONG_WAIT);
}
