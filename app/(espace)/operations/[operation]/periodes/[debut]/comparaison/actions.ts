"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { compareRunFormSchema } from "@/lib/schemas/comparison";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { HttpError } from "@/lib/server/http";
import { askForComparison } from "@/lib/services/comparison/ask-for-comparison";

export async function compareRunAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, run } = compareRunFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    if (!(await askForComparison(operation.id, operation.actor, run))) throw new HttpError(404, "NOT_FOUND");
    refresh();
    return "Comparaison demandée.";
  });
}
