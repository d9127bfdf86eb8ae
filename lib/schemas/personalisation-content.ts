import * as z from "zod";
import { QUESTION_THEMES } from "@/lib/domain/scoring/personalisation";

const themeSchema = z.enum(QUESTION_THEMES);
const idSchema = z.string().regex(/^[\p{Letter}_][\p{Letter}\p{Number}_]*$/u);

/** The questions and rules of a referential, as a file of the product has them. */
export const personalisationContentSchema = z.object({
  questions: z.array(
    z.discriminatedUnion("type", [
      z.object({ id: idSchema, theme: themeSchema, type: z.literal("binary"), wording: z.string() }),
      z.object({ id: idSchema, theme: themeSchema, type: z.literal("proportion"), wording: z.string() }),
      z.object({
        id: idSchema,
        theme: themeSchema,
        type: z.literal("choice"),
        wording: z.string(),
        choices: z.array(z.object({ id: idSchema, wording: z.string() })),
      }),
    ]),
  ),
  rules: z.array(
    z.object({ node: z.string(), kind: z.enum(["deactivation", "reduction", "score"]), rule: z.string() }),
  ),
});
