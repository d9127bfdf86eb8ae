import * as z from "zod";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

const WHOLE_PPM = 1_000_000;

const percentPpmSchema = z.string().transform((text, context) => {
  const ppm = text.trim() === "" ? 0 : parsePercentPpm(text);
  if (ppm !== null) return ppm;
  context.addIssue({ code: "custom", message: `« ${text} » n’est pas un pourcentage. Exemple : 12,5` });
  return z.NEVER;
});

/** The key an officer sets: its kind, its first day, and for static values a percentage for each consumer. */
export const coefficientKeySchema = z
  .object({
    operation: operationAddressSchema,
    kind: z.enum(["static", "default"], "Choisissez un type de clé"),
    from: daySchema,
    percents: z.record(z.uuid(), percentPpmSchema),
  })
  .superRefine(({ kind, percents }, context) => {
    const sum = Object.values(percents).reduce((total, ppm) => total + ppm, 0);
    if (kind === "static" && sum > WHOLE_PPM) {
      context.addIssue({ code: "custom", path: ["percents"], message: "La somme des coefficients dépasse 100 %." });
    }
    if (kind === "static" && sum === 0) {
      context.addIssue({ code: "custom", path: ["percents"], message: "Donnez une part à au moins un consommateur." });
    }
  });
