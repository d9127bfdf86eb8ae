"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { ActionState } from "@/lib/schemas/action-state";
import { dsoRequestFormSchema, forgetAnswerFormSchema } from "@/lib/schemas/import-form";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { configuredDsoApi } from "@/lib/services/measures/configured-dso-api";
import { forgetAnswer } from "@/lib/services/measures/remembered-answers";
import { requestDsoEnergies } from "@/lib/services/measures/request-dso-energies";

export async function forgetAnswerAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, ...answer } = forgetAnswerFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await forgetAnswer(operation.id, operation.actor, answer);
    refresh();
    return undefined;
  });
}

export async function requestDsoEnergiesAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, from: periodFrom } = dsoRequestFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const asking = { periodFrom, day: await today() };
    const importId = await requestDsoEnergies(operation, operation.actor, asking, configuredDsoApi());
    redirect(`/operations/${operation.sheet.slug}/mesures/imports/${importId}` as Route);
  });
}
