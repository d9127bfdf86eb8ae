"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import type { ActionState } from "@/lib/schemas/action-state";
import { runAction } from "@/lib/server/action";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { withdrawClimateText } from "@/lib/services/climate-plan/withdraw-climate-text";

const formSchema = z.object({ collectivity: z.uuid() });

export async function withdrawReferentialAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { collectivity: id } = formSchema.parse(Object.fromEntries(form));
    const collectivity = await authorizeClimatePlan(id, "write");
    await withdrawClimateText(collectivity.id, collectivity.actor);
    refresh();
    return "Le texte fourni avec Prorata est de nouveau en vigueur.";
  });
}
