"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { describePublicationStart } from "@/lib/format/describe-publication";
import { closePublicationSchema, openPublicationSchema } from "@/lib/schemas/publication";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { changePublication } from "@/lib/services/publishing/change-publication";
import { closePublication } from "@/lib/services/publishing/close-publication";
import { previewPublication } from "@/lib/services/publishing/preview-publication";

/** Opens the public page once what becomes public was agreed to, or changes what it says. */
export async function openPublicationAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let warnings: readonly string[] = [];
  const state = await runAction(async () => {
    const { operation: address, confirmed, ...asked } = openPublicationSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "administer");
    const { decisions, months } = await previewPublication(operation.id);
    const isOn = decisions[0]?.isOn === true;
    if (!isOn && !confirmed) {
      warnings = describePublicationStart(months);
      return undefined;
    }
    await changePublication(operation.id, operation.actor, { ...asked, isOn: true });
    refresh();
    return isOn ? "La page publique est à jour." : "La page publique est ouverte.";
  });
  return warnings.length > 0 ? { status: "warned", warnings } : state;
}

/** Closes the public page, at once; what it said is kept for the next time. */
export async function closePublicationAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address } = closePublicationSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "administer");
    await closePublication(operation.id, operation.actor);
    refresh();
    return "La page publique est fermée : son adresse ne répond plus.";
  });
}
