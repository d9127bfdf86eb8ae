"use server";

import { refresh } from "next/cache";
import { formatCount } from "@/lib/format/format-number";
import type { ActionState } from "@/lib/schemas/action-state";
import { takenStaysSchema } from "@/lib/schemas/taken-stays";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { takeOverDays } from "@/lib/services/registry/take-over-days";

/** Replaces the days of the chosen stays by the operator's. */
export async function takeOverDaysAction(operationAddress: string, stays: string): Promise<ActionState> {
  return runAction(async () => {
    const taken = takenStaysSchema.parse({ operation: operationAddress, stays });
    const operation = await authorizeOperation(taken.operation, "write");
    await takeOverDays(operation, operation.actor, taken.stays);
    refresh();
    const count = formatCount(taken.stays.length, "rattachement a pris", "rattachements ont pris");
    return `${count} les dates d’Enedis`;
  });
}
