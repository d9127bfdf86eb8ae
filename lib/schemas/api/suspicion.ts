import * as z from "zod";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";

const suspicionSchema = apiComponent(
  "Suspicion",
  z
    .object({
      id: z.uuid(),
      prm: prmSchema,
      quantity: z.enum(["withdrawal", "injection"]).describe("Grandeur : soutirage ou injection."),
      kind: z
        .enum([
          "flat",
          "night_production",
          "negative_value",
          "power_above_limit",
          "equal_days",
          "level_jump",
          "clock_shift",
          "opposite_production",
        ])
        .describe("Ce qui est suspect, code stable."),
      reason: z.string().describe("Plus précisément, code stable : flat_zero, above_peak, same_as_week_before…"),
      from: z.iso.date().describe("Premier jour concerné."),
      toExclusive: z.iso.date().describe("Premier jour qui ne l’est plus."),
      title: z.string().describe("En français : ce qui est suspect."),
      detail: z.string().describe("Les valeurs qui le montrent."),
      advice: z.string().describe("Que regarder."),
      dismissal: z
        .object({ at: z.iso.datetime(), reason: z.string().describe("Dans les mots de la personne.") })
        .nullable()
        .describe("Quand et pourquoi quelqu’un l’a trouvé normal ; null sinon."),
    })
    .describe("Quelque chose à vérifier dans une courbe. Ce n’est pas une erreur : la courbe compte."),
);

export const suspicionListSchema = apiComponent(
  "SuspicionList",
  z.object({
    suspicions: z.array(suspicionSchema).describe("À vérifier."),
    dismissed: z.array(suspicionSchema).describe("Vérifiées : quelqu’un a regardé, et c’est normal."),
  }),
);
