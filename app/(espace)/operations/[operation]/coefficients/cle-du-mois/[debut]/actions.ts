"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import {
  answerMonthKeySchema,
  correctMonthKeySchema,
  giveUpMonthKeySchema,
  makeMonthKeySchema,
  sendMonthKeySchema,
} from "@/lib/schemas/month-key";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { correctMonthKey } from "@/lib/services/coefficients/correct-month-key";
import { makeMonthKey } from "@/lib/services/coefficients/make-month-key";
import { moveMonthKey } from "@/lib/services/coefficients/move-month-key";

export async function makeMonthKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, ...making } = makeMonthKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const { missingSteps } = await makeMonthKey(operation, operation.actor, making, await today());
    refresh();
    return missingSteps === 0
      ? "La clé du mois est faite : chaque pas a ses coefficients."
      : `La clé du mois est faite, mais ${formatCount(missingSteps, "pas n’a", "pas n’ont")} pas de coefficient, faute de mesures.`;
  });
}

export async function correctMonthKeyAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const asked = correctMonthKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(asked.operation, "write");
    const { from, lastDay, fromHour, toHour } = asked;
    const count = await correctMonthKey(operation.id, operation.actor, {
      deliveryId: asked.delivery,
      producerId: asked.producer,
      consumerId: asked.consumer,
      range: { from, lastDay, fromMinute: fromHour * 60, toMinute: toHour * 60 },
      ppm: asked.percent,
    });
    refresh();
    return `C’est corrigé : ${formatCount(count, "pas changé", "pas changés")}.`;
  });
}

export async function sendMonthKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, delivery, sentDay } = sendMonthKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await moveMonthKey(operation.id, operation.actor, delivery, { move: "send", sentDay }, await today());
    refresh();
    return `C’est enregistré : clé du mois envoyée le ${formatDay(sentDay)}.`;
  });
}

export async function answerMonthKeyAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, delivery, ...answer } = answerMonthKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await moveMonthKey(operation.id, operation.actor, delivery, { move: "answer", ...answer }, await today());
    refresh();
    return "La réponse est enregistrée.";
  });
}

export async function giveUpMonthKeyAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, delivery } = giveUpMonthKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await moveMonthKey(operation.id, operation.actor, delivery, { move: "give_up" }, await today());
    refresh();
    return "Le brouillon est abandonné.";
  });
}
