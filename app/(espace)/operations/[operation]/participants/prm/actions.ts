"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { formatDay } from "@/lib/format/format-date";
import {
  editedMeteringPointSchema,
  handOverSchema,
  meteringPointAddressSchema,
  newMeteringPointSchema,
  plannedEntrySchema,
  stayDecisionSchema,
} from "@/lib/schemas/metering-point";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { runMove } from "@/lib/server/run-move";
import { today } from "@/lib/server/today";
import { addMeteringPoint } from "@/lib/services/registry/add-metering-point";
import { changePlannedDays } from "@/lib/services/registry/change-planned-days";
import { editMeteringPoint } from "@/lib/services/registry/edit-metering-point";
import { handOverMeteringPoint } from "@/lib/services/registry/hand-over-metering-point";
import { planEntry } from "@/lib/services/registry/plan-entry";
import { removeMeteringPoint } from "@/lib/services/registry/remove-metering-point";

const sheet = (operation: string, prm: string) => `/operations/${operation}/participants/prm/${prm}` as Route;

export async function addMeteringPointAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runMove(async () => {
    const fields = { ...Object.fromEntries(form), roles: form.getAll("roles") };
    const { operation: address, ...point } = newMeteringPointSchema.parse(fields);
    const operation = await authorizeOperation(address, "write");
    const result = await addMeteringPoint(operation, operation.actor, point);
    return { result, done: () => redirect(sheet(address, point.prm)) };
  });
}

export async function editMeteringPointAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, prm, details } = editedMeteringPointSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await editMeteringPoint(operation, operation.actor, prm, details);
    redirect(sheet(address, prm));
  });
}

export async function removeMeteringPointAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, prm } = meteringPointAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await removeMeteringPoint(operation, operation.actor, prm, await today());
    redirect(`/operations/${address}/participants` as Route);
  });
}

export async function handOverAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, prm, participant, day } = handOverSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await handOverMeteringPoint(operation, operation.actor, { prm, participantId: participant, day });
    refresh();
    return `C’est enregistré : le titulaire change le ${formatDay(day)}. Son accord est à recueillir.`;
  });
}

export async function planEntryAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runMove(async () => {
    const fields = { ...Object.fromEntries(form), roles: form.getAll("roles") };
    const { operation: address, prm, roles, day, confirmed } = plannedEntrySchema.parse(fields);
    const operation = await authorizeOperation(address, "write");
    const result = await planEntry(operation, operation.actor, { prm, roles, day, isConfirmed: confirmed });
    refresh();
    return { result, done: () => `C’est enregistré : l’entrée est au ${formatDay(day)}.` };
  });
}

export async function decideStaysAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runMove(async () => {
    const fields = { ...Object.fromEntries(form), stays: form.getAll("stays") };
    const { operation: address, prm, stays, confirmed, ...decision } = stayDecisionSchema.parse(fields);
    const operation = await authorizeOperation(address, "write");
    const result = await changePlannedDays(operation, operation.actor, {
      prm,
      stayIds: stays,
      decision,
      today: await today(),
      isConfirmed: confirmed,
    });
    refresh();
    return { result, done: () => "C’est enregistré." };
  });
}
