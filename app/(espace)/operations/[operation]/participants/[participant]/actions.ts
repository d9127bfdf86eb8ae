"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { participantAddressSchema, participantSchema } from "@/lib/schemas/participant";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { editParticipant } from "@/lib/services/registry/edit-participant";
import { removeParticipant } from "@/lib/services/registry/remove-participant";

export async function addParticipantAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, details } = participantSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const id = await addParticipant(operation, operation.actor, details);
    redirect(`/operations/${address}/participants/${id}` as Route);
  });
}

export async function editParticipantAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { participant } = participantAddressSchema.parse(Object.fromEntries(form));
    const { operation: address, details } = participantSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await editParticipant(operation, operation.actor, participant, details);
    redirect(`/operations/${address}/participants/${participant}` as Route);
  });
}

export async function removeParticipantAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, participant } = participantAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await removeParticipant(operation, operation.actor, participant);
    redirect(`/operations/${address}/participants` as Route);
  });
}
