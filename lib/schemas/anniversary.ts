import * as z from "zod";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";
import { monthlyAnniversaryDaySchema } from "./operation-fields";

const MAX_REASON_LENGTH = 500; // a sentence or two: which notice of the DSO, of which day

/** Why something official was done. */
export const officialReasonSchema = z
  .string()
  .trim()
  .min(1, "Dites pourquoi : la raison reste dans l’historique.")
  .max(MAX_REASON_LENGTH, `${MAX_REASON_LENGTH} caractères au plus`);

/** The form that records a move of the monthly anniversary. */
export const moveAnniversarySchema = z.object({
  operation: operationAddressSchema,
  dayOfMonth: monthlyAnniversaryDaySchema,
  period: daySchema,
  length: z.enum(["shorter", "longer"], "Choisissez comment la période change."),
  reason: officialReasonSchema,
  confirmed: z.literal("1").optional(),
});
