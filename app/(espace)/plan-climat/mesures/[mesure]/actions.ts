"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { type SaveNotes, type SaveStatuses, saveNotesSchema, saveStatusesSchema } from "@/lib/schemas/climate-plan";
import { authorizeCollectivity } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
import { setClimateNotes } from "@/lib/services/climate-plan/set-climate-notes";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";

export async function saveStatusesAction(input: SaveStatuses): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity: id, statuses } = saveStatusesSchema.parse(input);
    const collectivity = await authorizeCollectivity(id, "write");
    await setClimateStatuses(collectivity.id, collectivity.actor, new Map(statuses));
    refresh();
    return undefined;
  });
}

export async function saveNotesAction(input: SaveNotes): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity: id, notes } = saveNotesSchema.parse(input);
    const collectivity = await authorizeCollectivity(id, "write");
    await setClimateNotes(collectivity.id, collectivity.actor, new Map(notes));
    refresh();
    return undefined;
  });
}
