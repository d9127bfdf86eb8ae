import * as z from "zod";
import { operationAddressSchema } from "./operation";

const MAX_SENTENCE = 500; // a paragraph above the figures, not an article

/** The form that opens the public page of an operation, or changes what it says. */
export const openPublicationSchema = z.object({
  operation: operationAddressSchema,
  sentence: z
    .string()
    .trim()
    .max(MAX_SENTENCE, `${MAX_SENTENCE} caractères au plus`)
    .transform((value) => value || null),
  isIndexed: z
    .literal("1")
    .optional()
    .transform((value) => value === "1"),
  confirmed: z.literal("1").optional(),
});

/** The form that closes it. */
export const closePublicationSchema = z.object({ operation: operationAddressSchema });
