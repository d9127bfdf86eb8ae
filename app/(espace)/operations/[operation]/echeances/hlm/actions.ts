"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { formatDay } from "@/lib/format/format-date";
import { tenantDepartureSchema } from "@/lib/schemas/tenant-departure";
import { authorizeOperation } from "@/lib/server/access";
import { runMove } from "@/lib/server/run-move";
import { today } from "@/lib/server/today";
import { openTenantChange } from "@/lib/services/hlm/open-tenant-change";

export async function openTenantChangeAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runMove(async () => {
    const { operation: address, confirmed, ...departure } = tenantDepartureSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const left = { ...departure, isConfirmed: confirmed };
    const result = await openTenantChange(operation, operation.actor, left, await today());
    refresh();
    return { result, done: () => `C’est enregistré : le PRM sort du périmètre le ${formatDay(departure.endDay)}.` };
  });
}
