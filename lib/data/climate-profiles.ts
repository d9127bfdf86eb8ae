import "server-only";
import type { ClimateProfile, ClimateProfileChange } from "@/lib/domain/scoring/climate-profile";
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

/** Keeps what a collectivity says of itself; answers that it does not mention stay. One transaction. */
export async function upsertClimateProfile(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  { answers, ...profile }: ClimateProfileChange,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    // Two people who answer different questions at once both have to be heard.
    await tx.$queryRaw`SELECT 1 FROM climate_profile WHERE collectivity_id = ${collectivityId}::uuid FOR UPDATE`;
    const select = { kind: true, population: true, isOverseas: true, answers: true } as const;
    const before = await tx.climateProfile.findUnique({ where: { collectivityId }, select });
    const said = { ...(before?.answers as Record<string, AnswerValue> | undefined), ...Object.fromEntries(answers) };
    const after = { ...profile, answers: withoutNulls(said) };
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

function withoutNulls(said: Readonly<Record<string, AnswerValue | null>>): Record<string, AnswerValue> {
  const kept: Record<string, AnswerValue> = {};
  for (const [id, answer] of Object.entries(said)) if (answer !== null) kept[id] = answer;
  return kept;
}
