"use server";

import { refresh } from "next/cache";
import { formatCount } from "@/lib/format/format-number";
import type { ActionState } from "@/lib/schemas/action-state";
import {
  copyEvidenceSchema,
  evidenceNameSchema,
  joinLinkSchema,
  refreshFiguresSchema,
  renameEvidenceSchema,
} from "@/lib/schemas/climate-evidence";
import { authorizeCollectivity, listAuthorizedOperations } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { today } from "@/lib/server/today";
import { changeClimateEvidence } from "@/lib/services/climate-plan/change-climate-evidence";
import { joinClimateLink } from "@/lib/services/climate-plan/join-climate-link";
import { purgeClimateEvidence } from "@/lib/services/climate-plan/purge-climate-evidence";
import { refreshOperationEvidence } from "@/lib/services/climate-plan/refresh-operation-evidence";

export async function joinLinkAction(input: unknown): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, nodes, url, ...words } = joinLinkSchema.parse(input);
    const plan = await authorizeClimatePlan(collectivity, "write");
    await joinClimateLink(plan.id, plan.actor, nodes, words, url);
    refresh();
    return "Le lien est joint.";
  });
}

export async function renameEvidenceAction(input: unknown): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, evidence, ...words } = renameEvidenceSchema.parse(input);
    const plan = await authorizeClimatePlan(collectivity, "write");
    await changeClimateEvidence(plan.id, plan.actor, evidence, { kind: "rename", words });
    refresh();
    return "C’est enregistré.";
  });
}

export async function copyEvidenceAction(input: unknown): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, evidence, node } = copyEvidenceSchema.parse(input);
    const plan = await authorizeClimatePlan(collectivity, "write");
    await changeClimateEvidence(plan.id, plan.actor, evidence, { kind: "copy", nodeId: node });
    refresh();
    return "La preuve est jointe à cette action aussi.";
  });
}

export async function removeEvidenceAction(input: unknown): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, evidence } = evidenceNameSchema.parse(input);
    const plan = await authorizeClimatePlan(collectivity, "write");
    await changeClimateEvidence(plan.id, plan.actor, evidence, { kind: "remove" });
    refresh();
    return "La preuve est retirée.";
  });
}

export async function purgeEvidenceAction(input: unknown): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, evidence } = evidenceNameSchema.parse(input);
    const plan = await authorizeClimatePlan(collectivity, "administer");
    await purgeClimateEvidence(plan.id, plan.actor, evidence);
    refresh();
    return "Le contenu du document est effacé.";
  });
}

/** Only who may read the operations has their figures read. */
export async function refreshFiguresAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity: id } = refreshFiguresSchema.parse(Object.fromEntries(form));
    const collectivity = await authorizeCollectivity(id, "write");
    const operations = await listAuthorizedOperations(collectivity.id);
    const ids = operations.map((operation) => operation.id);
    await refreshOperationEvidence(collectivity.id, collectivity.actor, ids, await today());
    refresh();
    return `Les chiffres ${operations.length === 1 ? "de l’opération" : `de ${formatCount(operations.length, "opération", "opérations")}`} sont à jour.`;
  });
}
