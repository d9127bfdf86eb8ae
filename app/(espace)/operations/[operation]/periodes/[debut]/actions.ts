"use server";

import { refresh } from "next/cache";
import { formatCount } from "@/lib/format/format-number";
import type { ActionState } from "@/lib/schemas/action-state";
import { settlePeriodFormSchema } from "@/lib/schemas/settlement";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { settlePeriod } from "@/lib/services/settle-period";

export async function settlePeriodAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, from } = settlePeriodFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const result = await settlePeriod(operation, operation.actor, from);
    refresh();
    switch (result.status) {
      case "settled":
        return `Période calculée (version ${result.version}).`;
      case "unchanged":
        return `Rien n’a changé : la version ${result.version} reste la bonne.`;
      case "incomplete":
        return `Calcul impossible : il manque ${formatCount(result.missing.length, "jour de mesures", "jours de mesures")}.`;
    }
  });
}
