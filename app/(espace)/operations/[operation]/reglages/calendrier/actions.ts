"use server";

import { refresh } from "next/cache";
import type { RegistryActionState } from "@/components/registry/registry-form";
import { describeAnniversaryMove } from "@/lib/format/describe-anniversary-move";
import { moveAnniversarySchema } from "@/lib/schemas/anniversary";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { moveAnniversary } from "@/lib/services/operations/move-anniversary";
import { previewAnniversaryMove } from "@/lib/services/operations/preview-anniversary-move";

/** Shows what a move does to the periods, then records it once that was agreed to. */
export async function moveAnniversaryAction(
  _previous: RegistryActionState,
  form: FormData,
): Promise<RegistryActionState> {
  let warnings: readonly string[] = [];
  const state = await runAction(async () => {
    const { operation: address, reason, confirmed, ...asked } = moveAnniversarySchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const planned = await previewAnniversaryMove(operation, asked);
    if (!confirmed) {
      warnings = describeAnniversaryMove(planned);
      return undefined;
    }
    await moveAnniversary(operation.id, operation.actor, { ...planned.move, reason });
    refresh();
    return "Le déplacement est enregistré.";
  });
  return warnings.length > 0 ? { status: "warned", warnings } : state;
}
