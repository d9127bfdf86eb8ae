import "server-only";
import type { ClimateProfile, ClimateProfileChange } from "@/lib/domain/scoring/climate-profile";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

type ProfileRow = Omit<ClimateProfile, "answers"> & { readonly answers: Readonly<Record<string, AnswerValue>> };

/** What a collectivity said of itself; null before it did. */
export async function findClimateProfile(collectivityId: AuthorizedClimatePlanId): Promise<ClimateProfile | null> {
  const found = await prisma.climateProfile.findUnique({
    where: { collectivityId },
    select: { kind: true, population: true, isOverseas: true, answers: true },
  });
  return found && { ...found, answers: new Map(Object.entries(found.answers as Record<string, AnswerValue>)) };
}

/**
 * Keeps what a collectivity says of itself; answers that it does not mention stay. One transaction.
 *
 * @throws {DomainError} PLAN_UNDER_AUDIT or PLAN_AUDITED.
 */
export async function upsertClimateProfile(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { answers, ...profile }: ClimateProfileChange,
): Promise<void> {
  await inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    const { rows } = await client.query<ProfileRow>(
      `SELECT kind, population, is_overseas AS "isOverseas", answers FROM climate_profile WHERE collectivity_id = $1`,
      [collectivityId],
    );
    const said = { ...rows[0]?.answers, ...Object.fromEntries(answers) };
    const after = { ...profile, answers: withoutNulls(said) };
    await client.query(
      `INSERT INTO climate_profile (collectivity_id, kind, population, is_overseas, answers, updated_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp())
       ON CONFLICT (collectivity_id) DO UPDATE
         SET kind = excluded.kind, population = excluded.population, is_overseas = excluded.is_overseas,
             answers = excluded.answers, updated_at = excluded.updated_at`,
      [collectivityId, after.kind, after.population, after.isOverseas, JSON.stringify(after.answers)],
    );
    await insertAuditEventWith(client, {
      collectivityId,
      actor,
      action: "update.climate_profile",
      objectType: "climate_profile",
      objectId: collectivityId,
      ...(rows[0] ? { before: rows[0] } : {}),
      after,
    });
  });
}

function withoutNulls(said: Readonly<Record<string, AnswerValue | null>>): Record<string, AnswerValue> {
  const kept: Record<string, AnswerValue> = {};
  for (const [id, answer] of Object.entries(said)) if (answer !== null) kept[id] = answer;
  return kept;
}
