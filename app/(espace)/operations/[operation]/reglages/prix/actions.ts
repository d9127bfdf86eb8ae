"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { errorMessage } from "@/lib/format/error-message";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import { priceFormSchema, priceTableFormSchema, priceWithdrawalSchema } from "@/lib/schemas/price";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { checkPriceTable } from "@/lib/services/money/check-price-table";
import { setPrices } from "@/lib/services/money/set-prices";
import { withdrawPrice } from "@/lib/services/money/withdraw-price";

export async function setPriceAction(_previous: RegistryActionState, form: FormData): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, price } = priceFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const changed = await setPrices(operation.id, operation.actor, [price]);
    refresh();
    return changed > 0
      ? `C’est enregistré : ce prix vaut à partir du ${formatDay(price.from)}, et les montants sont recalculés.`
      : "Rien ne change : ce prix était déjà enregistré.";
  });
}

export async function withdrawPriceAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  return runAction(async () => {
    const { operation: address, id } = priceWithdrawalSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    await withdrawPrice(operation.id, operation.actor, id);
    refresh();
    return "C’est retiré : ce qui valait avant vaut de nouveau.";
  });
}

export async function setPriceTableAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let answer: RegistryActionState | null = null;
  const state = await runAction(async () => {
    const {
      operation: address,
      table,
      file,
      confirmed,
      ...rest
    } = priceTableFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const content = file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : table;
    const { prices, errors, remarks } = await checkPriceTable(operation.id, content, rest);
    if (errors.length > 0) {
      answer = refuseTable(errors);
    } else if (confirmed) {
      const changed = await setPrices(operation.id, operation.actor, prices);
      refresh();
      return `C’est enregistré : ${formatCount(changed, "prix a changé", "prix ont changé")} sur ${prices.length}.`;
    } else {
      answer = { status: "warned", warnings: remarks };
    }
  });
  return answer ?? state;
}

const MOST_TOLD = 10;

function refuseTable(errors: readonly string[]): RegistryActionState {
  const others = errors.length - MOST_TOLD;
  const told = [
    ...errors.slice(0, MOST_TOLD),
    ...(others > 0 ? [`Et ${formatCount(others, "autre", "autres")}.`] : []),
  ];
  return {
    status: "failed",
    code: "INVALID_REQUEST",
    message: errorMessage("INVALID_REQUEST"),
    fieldErrors: { table: [told.join("\n")] },
  };
}
