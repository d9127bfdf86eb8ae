import "server-only";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId } from "./scope";

/** What a collectivity said of itself; null before it did. */
export async function findClimateProfile(collectivityId: AuthorizedCollectivityId): Promise<ClimateProfile | null> {
  const found = await prisma.climateProfile.findUnique({
    where: { collectivityId },
    select: { kind: true, population: true, isOverseas: true, answers: true },
  });
  return found && { ...found, answers: new Map(Object.entries(found.answers as Record<string, AnswerValue>)) };
}

/** Keeps what a collectivity says of itself, over what it said before. One transaction. */
export async function upsertClimateProfile(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  { answers, ...profile }: ClimateProfile,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const select = { kind: true, population: true, isOverseas: true, answers: true } as const;
    const before = await tx.climateProfile.findUnique({ where: { collectivityId }, select });
    const after = { ...profile, answers: Object.fromEntries(answers) };
    await tx.climateProfile.upsert({
      where: { collectivityId },
      create: { collectivityId, ...after },
      update: { ...after, updatedAt: new Date() },
      select: { collectivityId: true },
    });
    await insertAuditEvent(
      {
        collectivityId,
        actor,
        action: "update.climate_profile",
        objectType: "climate_profile",
        objectId: collectivityId,
        ...(before ? { before: { ...before, answers: before.answers ?? {} } } : {}),
        after,
      },
      tx,
    );
  });
}
