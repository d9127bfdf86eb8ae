import "server-only";
import { readOperationParties, updateOperation, writeOperationParty } from "@/lib/data/operation-sheets";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { DEMONSTRATION_PARTIES } from "@/lib/domain/demonstration/demonstration-parties";
import type { PartyRole } from "@/lib/domain/operation/operation-party";

/** Fills the sheet of the demonstration operation, unless somebody has already written to it. */
export async function fillDemonstrationSheet(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if (Object.keys(await readOperationParties(operationId)).length > 0) return;
  const { postalCode, city } = DEMONSTRATION_OPERATION;
  await updateOperation(operationId, actor, async ({ before, write }) => {
    if (before.proximityKind === null && before.place === null) {
      await write({
        proximityKind: "extended",
        place: `${postalCode} ${city}`,
        conventionSignedDay: DEMONSTRATION_OPERATION.conventionSignedDay,
      });
    }
  });
  for (const [role, party] of Object.entries(DEMONSTRATION_PARTIES)) {
    await writeOperationParty(operationId, actor, role as PartyRole, party);
  }
}
