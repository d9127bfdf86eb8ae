"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { type SaveStatuses, saveStatusesSchema } from "@/lib/schemas/climate-plan";
import { authorizeCollectivity } from "@/lib/server/access";
import { runAction } from "@/lib/server/action";
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
