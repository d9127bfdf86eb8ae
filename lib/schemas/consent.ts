import * as z from "zod";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

const MAX_NOTE_LENGTH = 500; // a sentence or two: who called, which letter

/** An officer notes a withdrawal, or the objection of a tenant. */
export const withdrawConsentSchema = z.object({
  operation: operationAddressSchema,
  consent: z.uuid(),
  day: daySchema,
  note: z
    .string()
    .trim()
    .max(MAX_NOTE_LENGTH, `${MAX_NOTE_LENGTH} caractères au plus`)
    .transform((text) => text || null),
});
