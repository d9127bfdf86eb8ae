"use server";

import { refresh } from "next/cache";
import type { ActionState } from "@/lib/schemas/action-state";
import { climateProfileSchema, readProfileAnswers } from "@/lib/schemas/climate-profile";
import { runAction } from "@/lib/server/action";
import { authorizeClimatePlan } from "@/lib/server/authorize-climate-plan";
import { answerClimateProfile } from "@/lib/services/climate-plan/answer-climate-profile";

export async function saveProfileAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const fields = Object.fromEntries(form);
    const { collectivity: id, ...profile } = climateProfileSchema.parse(fields);
    const collectivity = await authorizeClimatePlan(id, "write");
    await answerClimateProfile(collectivity.id, collectivity.actor, {
      ...profile,
      answers: readProfileAnswers(fields),
    });
    refresh();
    return "C’est enregistré : les potentiels sont à jour.";
  });
}
