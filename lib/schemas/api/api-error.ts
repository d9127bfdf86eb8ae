import * as z from "zod";
import { apiComponent } from "./api-component";

/** The one shape of every refusal. */
export const apiErrorSchema = apiComponent(
  "Error",
  z
    .object({
      error: z.object({
        code: z.string().describe("Code stable, en anglais : c’est lui qu’un programme compare."),
        message: z.string().describe("Explication en français, à montrer à une personne."),
        details: z
          .looseObject({})
          .optional()
          .describe("Où et combien : champ, pas de temps, limite, PRM et jours manquants, rapport d’import…"),
      }),
    })
    .describe("Un refus."),
);
