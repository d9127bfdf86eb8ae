"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { formatDay } from "@/lib/format/format-date";
import { carbonFactorFormSchema, carbonFactorWithdrawalSchema } from "@/lib/schemas/carbon-factor";
import { authorizeCollectivity, authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { setCarbonFactor } from "@/lib/services/carbon/set-carbon-factor";
import { withdrawCarbonFactor } from "@/lib/services/carbon/withdraw-carbon-factor";

/** Records a factor for all operations of the collectivity. */
export async function setCarbonFactorAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation, ...factor } = carbonFactorFormSchema.parse(Object.fromEntries(form));
    const collectivity = await collectivityOf(operation);
    const changed = await setCarbonFactor(collectivity.id, collectivity.actor, factor);
    refresh();
    return changed
      ? `C’est enregistré : ce facteur vaut à partir du ${formatDay(factor.from)}.`
      : "Rien ne change : ce facteur était déjà enregistré.";
  });
}

/** Takes a factor back. */
export async function withdrawCarbonFactorAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation, from } = carbonFactorWithdrawalSchema.parse(Object.fromEntries(form));
    const collectivity = await collectivityOf(operation);
    await withdrawCarbonFactor(collectivity.id, collectivity.actor, from);
    refresh();
    return "C’est retiré : ce qui valait avant vaut de nouveau.";
  });
}

/** The operation says which collectivity is meant; the right to write is proven in both. */
async function collectivityOf(address: string) {
  const { collectivity } = await authorizeOperation(address, "write");
  return authorizeCollectivity(collectivity.id, "write");
}
