"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { operationAddressSchema } from "@/lib/schemas/operation";
import {
  isPartyRole,
  PARTY_SCHEMAS,
  SHEET_SECTIONS,
  type SheetSectionName,
  sheetSectionNameSchema,
} from "@/lib/schemas/operation-sheet";
import { authorizeOperation } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { today } from "@/lib/server/today";
import { type SheetChange, updateOperationSheet } from "@/lib/services/operations/update-operation-sheet";

/** Saves one part of the sheet. */
export async function updateSheetAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const section = sheetSectionNameSchema.parse(form.get("section"));
    const change = readChange(section, Object.fromEntries(form));
    const operation = await authorizeOperation(operationAddressSchema.parse(form.get("operation")), "write");
    await updateOperationSheet(operation.id, operation.actor, change, await today());
    refresh();
    return "C’est enregistré.";
  });
}

function readChange(section: SheetSectionName, fields: Readonly<Record<string, FormDataEntryValue>>): SheetChange {
  return isPartyRole(section)
    ? { party: section, values: PARTY_SCHEMAS[section].parse(fields) }
    : { operation: SHEET_SECTIONS[section].parse(fields) };
}
