"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { queueSettlementFormSchema, settlementJobAddressSchema } from "@/lib/schemas/settlement";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { queueSettlement } from "@/lib/services/periods/queue-settlement";
import { stopSettlement } from "@/lib/services/periods/stop-settlement";

/** Queues the settlement of one period, or of all that are ready; answers the id of the job. */
export async function queueSettlementAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, from } = queueSettlementFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    return queueSettlement(operation, operation.actor, from ? [from] : null, await today());
  });
}

export async function stopSettlementAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, job } = settlementJobAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await stopSettlement(operation.id, operation.actor, job);
    refresh();
    return undefined;
  });
}
