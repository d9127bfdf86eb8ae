"use server";

import { refresh } from "next/cache";
import { DomainError } from "@/lib/domain/errors";
import type { ActionState } from "@/lib/schemas/action-state";
import { measureDecisionSchema, releaseDecisionSchema } from "@/lib/schemas/measure-decision";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { decideMeasure } from "@/lib/services/measures/decide-measure";
import { releaseDecision } from "@/lib/services/measures/release-decision";

export async function decideMeasureAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, ...decision } = measureDecisionSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await decideMeasure(operation, operation.actor, decision);
    refresh();
    return "La décision est enregistrée. Les périodes calculées qui utilisaient ces heures sont à recalculer.";
  });
}

export async function releaseDecisionAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, decision } = releaseDecisionSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const isReleased = await releaseDecision(operation.id, operation.actor, decision);
    if (!isReleased) throw new DomainError("ALREADY_RELEASED", "no decision of this id stands");
    refresh();
    return "La décision est levée : ce qui a été mesuré compte à nouveau.";
  });
}
