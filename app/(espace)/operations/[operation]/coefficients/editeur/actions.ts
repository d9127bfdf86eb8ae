"use server";

import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import type { ActionState } from "@/lib/schemas/action-state";
import { keyDraftSchema } from "@/lib/schemas/key-draft";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { createKeyDraft } from "@/lib/services/coefficients/create-key-draft";
import { updateKeyDraft } from "@/lib/services/coefficients/update-key-draft";

/** The outcome, and the draft it is about: the first save makes it, the next ones write it over. */
export type SaveDraftState = ActionState & { readonly draftId?: string | undefined };

export async function saveKeyDraftAction(previous: SaveDraftState, form: FormData): Promise<SaveDraftState> {
  let draftId = previous.draftId;
  const state = await runAction(async () => {
    const { operation: address, draft, shares, ...key } = keyDraftSchema.parse(Object.fromEntries(form));
    const operation = await authorizeOperation(address, "write");
    const written = {
      ...key,
      unitPpm: key.unitPpm as UnitPpm,
      ppmByConsumer: new Map(Object.entries(shares)),
      rule: null,
    };
    if (draft === "") draftId = await createKeyDraft(operation, operation.actor, { ...written, sourceKeyId: null });
    else {
      await updateKeyDraft(operation, operation.actor, draft, { ...written, sourceKeyId: null });
      draftId = draft;
    }
    return "Le brouillon est enregistré. Il ne change rien tant qu’il n’est pas annoncé aux participants, puis notifié.";
  });
  return { ...state, draftId };
}
