"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import type { ActionState } from "@/lib/schemas/action-state";
import { newSnapshotSchema } from "@/lib/schemas/climate-snapshot";
import { runAction } from "@/lib/server/action";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";

const formSchema = newSnapshotSchema.extend({ collectivity: z.uuid() });

export async function takeSnapshotAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity, name, reason } = formSchema.parse(Object.fromEntries(form));
    const { id, actor } = await authorizeClimatePlan(collectivity, "write");
    await takeClimateSnapshot(id, actor, name, reason);
    refresh();
    return `L’instantané « ${name} » est gardé.`;
  });
}
