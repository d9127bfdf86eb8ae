"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { assertPast } from "@/lib/domain/time/assert-past";
import { formatDay } from "@/lib/format/format-date";
import { copyKeySchema, keyAddressSchema, sendKeySchema, valuelessKeySchema } from "@/lib/schemas/coefficient-key";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { copyKey } from "@/lib/services/coefficients/copy-key";
import { createKeyDraft } from "@/lib/services/coefficients/create-key-draft";
import { moveKey } from "@/lib/services/coefficients/move-key";
import { sendKey } from "@/lib/services/coefficients/send-key";

const sheetOf = (operation: string, keyId: string) =>
  `/operations/${operation}/coefficients/versions/${keyId}` as Route;

/** A draft of a kind that has no values to enter. */
export async function createKeyDraftAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, ...draft } = valuelessKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const id = await createKeyDraft(operation, operation.actor, {
      ...draft,
      unitPpm: 100,
      ppmByConsumer: new Map(),
      rule: null,
      sourceKeyId: null,
    });
    redirect(sheetOf(address, id));
  });
}

export async function copyKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, version, from, reason } = copyKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const id = await copyKey(operation, operation.actor, version, { from, reason });
    redirect(sheetOf(address, id));
  });
}

export async function sendKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, version, sentDay, shortNotice } = sendKeySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    assertPast(sentDay, await today(), "sentDay");
    await sendKey(operation.id, operation.actor, version, { sentDay, isShortNoticeAccepted: shortNotice });
    refresh();
    return `C’est enregistré : version envoyée le ${formatDay(sentDay)}.`;
  });
}

export async function reopenKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(() => move(form, "reopen"));
}

export async function giveUpKeyAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(() => move(form, "give_up"));
}

async function move(form: FormData, to: "reopen" | "give_up"): Promise<undefined> {
  const { operation: address, version } = keyAddressSchema.parse(Object.fromEntries(form));
  const operation = await authorizeOperation(address, "write");
  await moveKey(operation.id, operation.actor, version, to);
  refresh();
}
