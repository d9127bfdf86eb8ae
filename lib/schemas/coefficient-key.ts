import * as z from "zod";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

const WHOLE_PPM = 1_000_000;

const keyKindSchema = z.enum(["static", "dynamic_simple", "dynamic_full", "default"], "Choisissez un type de clé");

const percentPpmSchema = z.string().transform((text, context) => {
  const ppm = text.trim() === "" ? 0 : parsePercentPpm(text);
  if (ppm !== null) return ppm;
  context.addIssue({ code: "custom", message: `« ${text} » n’est pas un pourcentage. Exemple : 12,5` });
  return z.NEVER;
});

/** The key an officer records as already applied: its kind, its first day, and for static values a percentage for each consumer. */
export const coefficientKeySchema = z
  .object({
    operation: operationAddressSchema,
    kind: keyKindSchema,
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

const MAX_REASON_LENGTH = 500; // a sentence or two: which council, which agreement

const reasonSchema = z
  .string()
  .trim()
  .min(1, "Dites pourquoi : la raison reste avec la version.")
  .max(MAX_REASON_LENGTH, `${MAX_REASON_LENGTH} caractères au plus`);

/** Which version of the key an act is about. */
export const keyAddressSchema = z.object({ operation: operationAddressSchema, version: z.uuid() });

/** A draft without values of its own: they are the DSO's, or made month by month. */
export const valuelessKeySchema = z.object({
  operation: operationAddressSchema,
  kind: z.enum(["dynamic_simple", "dynamic_full", "default"], "Choisissez un type de clé"),
  from: daySchema,
  reason: reasonSchema,
});

/** A draft made from another version. */
export const copyKeySchema = keyAddressSchema.extend({ from: daySchema, reason: reasonSchema });

/** That a version went to the DSO. */
export const sendKeySchema = keyAddressSchema.extend({
  sentDay: daySchema,
  shortNotice: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});
