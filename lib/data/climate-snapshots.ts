import "server-only";
import type { ClimateSnapshotContent } from "@/lib/domain/scoring/climate-snapshot";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

export type ClimateSnapshot = {
  readonly id: string;
  readonly name: string;
  readonly takenAtMs: number;
  readonly content: ClimateSnapshotContent;
};

/** Keeps the plan as it stands. One transaction. */
export async function insertClimateSnapshot(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { name, content }: Pick<ClimateSnapshot, "name" | "content">,
): Promise<string> {
  return prisma.$transaction(async (tx) => {
    const kept = content as unknown as Prisma.InputJsonObject;
    const { id } = await tx.climateSnapshot.create({
      data: { collectivityId, name, takenBy: actor.userId, content: kept },
      select: { id: true },
    });
    const after = { name, donePoints: content.donePoints, potentialPoints: content.potentialPoints };
    const entry = { action: "take.climate_snapshot", objectType: "climate_snapshot", objectId: id, after } as const;
    await insertAuditEvent({ collectivityId, actor, ...entry }, tx);
    return id;
  });
}

/** The states that were kept, the latest first. */
export async function listClimateSnapshots(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly ClimateSnapshot[]> {
  const rows = await prisma.climateSnapshot.findMany({
    where: { collectivityId },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, takenAt: true, content: true },
  });
  return rows.map(({ takenAt, content, ...row }) => ({
    ...row,
    takenAtMs: takenAt.getTime(),
    content: content as unknown as ClimateSnapshotContent,
  }));
}
