"use server";

import { refresh } from "next/cache";
import { formatDay } from "@/lib/format/format-date";
import type { ActionState } from "@/lib/schemas/action-state";
import { withdrawConsentSchema } from "@/lib/schemas/consent";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { withdrawConsent } from "@/lib/services/consents/withdraw-consent";

export async function withdrawConsentAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const withdrawal = withdrawConsentSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(withdrawal.operation, "write");
    await withdrawConsent(operation.id, operation.actor, withdrawal.consent, withdrawal, await today());
    refresh();
    return `C’est enregistré : ce consentement ne vaut plus depuis le ${formatDay(withdrawal.day)}.`;
  });
}
