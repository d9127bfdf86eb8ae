"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { type SaveNotes, type SaveStatuses, saveNotesSchema, saveStatusesSchema } from "@/lib/schemas/climate-plan";
import { runAction } from "@/lib/server/action";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { setClimateNotes } from "@/lib/services/climate-plan/set-climate-notes";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";

export async function saveStatusesAction(input: SaveStatuses): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity: id, statuses } = saveStatusesSchema.parse(input);
    const collectivity = await authorizeClimatePlan(id, "answer");
    await setClimateStatuses(collectivity.id, collectivity.actor, new Map(statuses));
    refresh();
    return undefined;
  });
}

export async function saveNotesAction(input: SaveNotes): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity: id, notes } = saveNotesSchema.parse(input);
    const collectivity = await authorizeClimatePlan(id, "answer");
    await setClimateNotes(collectivity.id, collectivity.actor, new Map(notes));
    refresh();
    return undefined;
  });
}
