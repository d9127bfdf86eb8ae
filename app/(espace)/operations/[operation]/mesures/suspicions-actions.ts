"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { dismissSuspicionSchema, restoreSuspicionSchema } from "@/lib/schemas/suspicion";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { dismissSuspicion, restoreSuspicion } from "@/lib/services/measures/dismiss-suspicion";

export async function dismissSuspicionAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, suspicion, reason } = dismissSuspicionSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await dismissSuspicion(operation.id, operation.actor, { id: suspicion, reason });
    refresh();
    return "C’est noté : elle est parmi les vérifiées.";
  });
}

export async function restoreSuspicionAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, suspicion } = restoreSuspicionSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await restoreSuspicion(operation.id, operation.actor, suspicion);
    refresh();
    return "Elle est de nouveau à vérifier.";
  });
}
