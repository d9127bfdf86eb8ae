"use server";

import { refresh } from "next/cache";
import { DomainError } from "@/lib/domain/errors";
import type { ActionState } from "@/lib/schemas/action-state";
import { importFormSchema, readAnswersForm } from "@/lib/schemas/import-form";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { answerImport, cancelImport, confirmImport } from "@/lib/services/measures/answer-import";
import { undoImport } from "@/lib/services/measures/undo-import";

/** Proves that the sender of a form may write to the operation of its import. */
async function openForm(form: FormData) {
  const { operation: address, import: importId } = importFormSchema.parse(Object.fromEntries(form));
  return { operation: await authorizeOperation(address, "write"), importId };
}

export async function answerImportAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation, importId } = await openForm(form);
    await answerImport(operation.id, operation.actor, importId, readAnswersForm(form));
    refresh();
    return "Les fichiers ont été relus avec vos réponses.";
  });
}

export async function confirmImportAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation, importId } = await openForm(form);
    const isTaken = await confirmImport(operation.id, operation.actor, importId);
    if (!isTaken) throw new DomainError("IMPORT_INCOMPLETE", "an error or a question remains");
    refresh();
    return undefined;
  });
}

export async function cancelImportAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation, importId } = await openForm(form);
    await cancelImport(operation.id, operation.actor, importId);
    refresh();
    return undefined;
  });
}

export async function undoImportAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { operation, importId } = await openForm(form);
    const undoId = await undoImport(operation.id, operation.actor, importId);
    if (!undoId) throw new DomainError("NOT_IMPORTED", "the operation has no import of this id");
    refresh();
    return "L’import est annulé : ce qui valait avant vaut de nouveau.";
  });
}
