"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type * as z from "zod";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { formatDay } from "@/lib/format/format-date";
import {
  acceptRequestSchema,
  reportAnomalySchema,
  requestAddressSchema,
  requestFormSchema,
  sendRequestSchema,
  withdrawRequestSchema,
} from "@/lib/schemas/request";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { answerRequest } from "@/lib/services/requests/answer-request";
import { prepareRequest } from "@/lib/services/requests/prepare-request";
import type { RequestDraft } from "@/lib/services/requests/request-draft";
import { saveRequest } from "@/lib/services/requests/save-request";
import { sendRequest } from "@/lib/services/requests/send-request";
import { takeRequestEffect } from "@/lib/services/requests/take-request-effect";
import { withdrawRequest } from "@/lib/services/requests/withdraw-request";

const PERCENT_FIELD = "percent:";

export async function saveRequestAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const draft = requestFormSchema.parse({
      ...Object.fromEntries(form),
      ground: form.get("ground"),
      keyKind: form.get("keyKind"),
      version: form.get("version"),
      lines: form.getAll("lines"),
      percents: readPercents(form),
    });
    const operation = await authorizeOperation(draft.operation, "write");
    const { kind, wantedDay, reason, ground, lines } = draft;
    const id = await saveRequest(operation, operation.actor, draft.request, {
      kind,
      wantedDay,
      reason,
      ground,
      lines,
      key: keyOf(draft),
    });
    redirect(sheetOf(draft.operation, id));
  });
}

function keyOf({ version, keyKind, percents }: z.output<typeof requestFormSchema>): RequestDraft["key"] {
  if (version !== null) return { versionId: version };
  if (keyKind === null) return null;
  const shares = Object.entries(keyKind === "static" ? percents : {}).filter(([, ppm]) => ppm > 0);
  return { kind: keyKind, unitPpm: unitOf(shares.map(([, ppm]) => ppm)), ppmByConsumer: new Map(shares) };
}

function readPercents(form: FormData): Readonly<Record<string, FormDataEntryValue>> {
  const fields = [...form.entries()].filter(([field]) => field.startsWith(PERCENT_FIELD));
  return Object.fromEntries(fields.map(([field, text]) => [field.slice(PERCENT_FIELD.length), text]));
}

// Two decimals of a percent, as annexe 2 shows them, unless finer values were typed.
function unitOf(shares: readonly number[]): 100 | 1 {
  return shares.every((ppm) => ppm % 100 === 0) ? 100 : 1;
}

export async function prepareRequestAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, request } = requestAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await prepareRequest(operation, operation.actor, request, await today());
    refresh();
    return "Les fichiers sont prêts.";
  });
}

export async function sendRequestAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, request, day, shortNotice } = sendRequestSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const sending = { day, isShortNoticeAccepted: shortNotice };
    await sendRequest(operation, operation.actor, request, sending, await today());
    refresh();
    return `C’est enregistré : demande envoyée le ${formatDay(day)}.`;
  });
}

export async function acceptRequestAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, request, day, effectDay } = acceptRequestSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await answerRequest(operation, operation.actor, request, { move: "accept", day, effectDay }, await today());
    refresh();
    return `C’est enregistré : effet au ${formatDay(effectDay)}.`;
  });
}

export async function reportAnomalyAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const [points, subjects, texts] = ["point", "subject", "text"].map((field) => form.getAll(field));
    const {
      operation: address,
      request,
      day,
      problems,
    } = reportAnomalySchema.parse({
      ...Object.fromEntries(form),
      problems: (texts ?? []).map((text, n) => ({ meteringPointId: points?.[n], subject: subjects?.[n], text })),
    });
    const operation = await authorizeOperation(address, "write");
    await answerRequest(operation, operation.actor, request, { move: "report_anomaly", day, problems }, await today());
    refresh();
    return "C’est enregistré : la demande est à corriger.";
  });
}

export async function withdrawRequestAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, request, day } = withdrawRequestSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await withdrawRequest(operation.id, operation.actor, request, day, await today());
    refresh();
    return "La demande est retirée.";
  });
}

/** What the daily job could not do, tried again once its cause is gone. */
export async function takeRequestEffectAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, request } = requestAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await takeRequestEffect(operation.id, operation.actor, request, await today());
    refresh();
    return "La demande est en vigueur.";
  });
}

const sheetOf = (operation: string, request: string) =>
  `/operations/${operation}/echeances/demandes/${request}` as Route;
