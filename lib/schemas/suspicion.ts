import * as z from "zod";

const MAX_REASON = 500; // characters

/** Says of a suspicion that it is normal, as its form sends it. */
export const dismissSuspicionSchema = z.object({
  operation: z.string(),
  suspicion: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(1, "Dites pourquoi : qui regarde après vous le lira")
    .max(MAX_REASON, `${MAX_REASON} caractères au plus`),
});

/** Puts one back among those to look at. */
export const restoreSuspicionSchema = z.object({ operation: z.string(), suspicion: z.uuid() });
