import * as z from "zod";
import { UNITS_PPM } from "@/lib/domain/coefficients/key-version";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";
import { daySchema } from "./day";
import { keyRuleSchema } from "./key-rule";
import { operationAddressSchema } from "./operation";
import { ruleByProducerSchema } from "./rule-by-producer";

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "La règle n’est pas complète." });
    return z.NEVER;
  }
});

const unitSchema = z.coerce.number().pipe(z.literal(UNITS_PPM, "Choisissez une précision"));

/** The form that makes the key of a month. */
export const makeMonthKeySchema = z.object({
  operation: operationAddressSchema,
  from: daySchema,
  unitPpm: unitSchema,
  rule: jsonSchema.pipe(z.union([keyRuleSchema, ruleByProducerSchema])),
  channel: z.enum(["file", "api"], "Choisissez une transmission").default("file"),
});

const deliveryFields = { operation: operationAddressSchema, delivery: z.uuid() };

/** The form that gives a month's key up. */
export const giveUpMonthKeySchema = z.object(deliveryFields);

/** The form that says when a month's key was sent. */
export const sendMonthKeySchema = z.object({ ...deliveryFields, sentDay: daySchema });

/** The form that keeps what the operator answered. */
export const answerMonthKeySchema = z.object({
  ...deliveryFields,
  state: z.enum(["accepted", "refused"], "Choisissez une réponse"),
  day: daySchema,
  note: z
    .string()
    .trim()
    .max(500, "500 caractères au plus")
    .transform((text) => (text === "" ? null : text)),
});

const hourSchema = z.coerce.number().int().min(0).max(24);

/** The form that corrects one consumer over some hours. */
export const correctMonthKeySchema = z
  .object({
    ...deliveryFields,
    producer: z.uuid("Choisissez un producteur").optional(),
    consumer: z.uuid("Choisissez un consommateur"),
    from: daySchema,
    lastDay: daySchema,
    fromHour: hourSchema,
    toHour: hourSchema,
    percent: z.string().transform((text, context) => {
      const ppm = parsePercentPpm(text);
      if (ppm !== null) return ppm;
      context.addIssue({ code: "custom", message: "Un pourcentage entre 0 et 100, par exemple 12,5" });
      return z.NEVER;
    }),
  })
  .refine(({ from, lastDay }) => lastDay >= from, {
    path: ["lastDay"],
    message: "Le dernier jour est avant le premier",
  })
  .refine(({ fromHour, toHour }) => toHour > fromHour, {
    path: ["toHour"],
    message: "L’heure de fin est après celle du début",
  });
