import * as z from "zod";
import { parseNumber } from "@/lib/format/parse-number";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";
import { requiredText } from "./operation-fields";

const MOST_GRAMS = 2000;

const isGrams = (grams: number | null): grams is number => grams !== null && grams >= 0 && grams <= MOST_GRAMS;

/** A factor as typed. [g CO₂e/kWh] */
export const gramsSchema = z.string().transform((text, context): number => {
  const grams = parseNumber(text);
  if (isGrams(grams)) return grams;
  context.addIssue({ code: "custom", message: "Écrivez des grammes par kWh, de 0 à 2 000, par exemple 21,7." });
  return z.NEVER;
});

/** The same, or empty: null. */
export const optionalGramsSchema = z.union(
  [
    z
      .string()
      .trim()
      .length(0)
      .transform(() => null),
    gramsSchema,
  ],
  { error: "Écrivez des grammes par kWh, de 0 à 2 000, ou laissez vide." },
);

/** The year a factor is published for. */
export const factorYearSchema = z
  .string()
  .trim()
  .regex(/^(?:19[9]\d|20\d\d)$/, "Écrivez une année, par exemple 2024.")
  .transform(Number);

export const factorSourceSchema = requiredText("Dites qui publie ce facteur et sous quel nom.");

/** A factor, as a form sends it. */
export const carbonFactorFormSchema = z.object({
  operation: operationAddressSchema,
  from: daySchema,
  gridGramsPerKwh: gramsSchema,
  ownGramsPerKwh: optionalGramsSchema,
  source: factorSourceSchema,
  year: factorYearSchema,
});

/** Which factor is taken back. */
export const carbonFactorWithdrawalSchema = z.object({ operation: operationAddressSchema, from: daySchema });
