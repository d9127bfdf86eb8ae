"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { forgetAnswerFormSchema } from "@/lib/schemas/import-form";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { forgetAnswer } from "@/lib/services/measures/remembered-answers";

export async function forgetAnswerAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, ...answer } = forgetAnswerFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await forgetAnswer(operation.id, operation.actor, answer);
    refresh();
    return undefined;
  });
}
