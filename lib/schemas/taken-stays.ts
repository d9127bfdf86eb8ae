import * as z from "zod";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";

const staySchema = z.object({ from: daySchema, toExclusive: daySchema.nullable() });

/** The stays of the registry that take the operator's days, as a form sends them: one field of JSON. */
export const takenStaysSchema = z.object({
  operation: operationAddressSchema,
  stays: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "Liste illisible" });
        return z.NEVER;
      }
    })
    .pipe(
      z
        .array(
          z.object({
            prm: z.string().regex(/^\d{14}$/),
            role: z.enum(["consumer", "producer"]),
            ours: staySchema,
            theirs: staySchema,
          }),
        )
        .min(1, "Choisissez au moins une ligne"),
    ),
});
