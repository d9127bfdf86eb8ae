"use server";

import { refresh } from "next/cache";
import { formatDay } from "@/lib/format/format-date";
import type { ActionState } from "@/lib/schemas/action-state";
import { erasureFormSchema } from "@/lib/schemas/personal-data";
import { authorizeOperation } from "@/lib/server/access";
import { AccessError } from "@/lib/server/access-error";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";

export async function requestErasureAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation: address, participant } = erasureFormSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const result = await requestErasure(operation.id, operation.actor, participant, await today());
    if (!result) throw new AccessError("NOT_FOUND");
    refresh();
    switch (result.status) {
      case "erased":
        return "Les données sont effacées.";
      case "contact_erased":
        return "Les coordonnées de contact sont effacées.";
      case "restricted":
        return `C’est enregistré. Le reste sera effacé le ${formatDay(result.endDay)}, sans autre démarche.`;
    }
  });
}
