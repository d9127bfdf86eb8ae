"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { periodAddressSchema, reopenPeriodSchema } from "@/lib/schemas/settlement";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { closePeriod } from "@/lib/services/periods/close-period";
import { reopenPeriod } from "@/lib/services/periods/reopen-period";

export async function closePeriodAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, from } = periodAddressSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await closePeriod(operation.id, operation.actor, from);
    refresh();
    return "La période est close.";
  });
}

export async function reopenPeriodAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, from, reason } = reopenPeriodSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "administer");
    await reopenPeriod(operation.id, operation.actor, from, reason);
    refresh();
    return "La période est rouverte.";
  });
}
