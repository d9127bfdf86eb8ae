"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionState } from "@/lib/schemas/action-state";
import { auditNameSchema, closeAuditSchema, startAuditSchema, validateAuditSchema } from "@/lib/schemas/climate-audit";
import { runAction } from "@/lib/server/action";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { closeAudit } from "@/lib/services/climate-plan/close-audit";
import { purgeLabelRequest } from "@/lib/services/climate-plan/purge-label-request";
import { startAudit } from "@/lib/services/climate-plan/start-audit";
import { validateAudit } from "@/lib/services/climate-plan/validate-audit";

export async function startAuditAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, email } = startAuditSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeClimatePlan(collectivity, "administer");
    await startAudit(id, actor, email);
    refresh();
    return "L’audit a commencé.";
  });
}

export async function validateAuditAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity } = validateAuditSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeClimatePlan(collectivity, "validate");
    await validateAudit(id, actor);
    // The page he is on is no longer there for him.
    redirect("/plan-climat" as Route);
  });
}

export async function closeAuditAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, reason } = closeAuditSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeClimatePlan(collectivity, "administer");
    await closeAudit(id, actor, reason);
    refresh();
    return "C’est fait : chacun écrit de nouveau selon son rôle.";
  });
}

export async function purgeRequestAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, audit } = auditNameSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeClimatePlan(collectivity, "administer");
    await purgeLabelRequest(id, actor, audit);
    refresh();
    return "Le contenu du dossier signé est effacé.";
  });
}
