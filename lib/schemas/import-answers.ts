import * as z from "zod";

const MAX_TEXT = 500; // characters of a key or an answer
const MAX_ANSWERS = 2_000;

const textsSchema = z
  .record(z.string().max(MAX_TEXT), z.string().max(MAX_TEXT))
  .refine((texts) => Object.keys(texts).length <= MAX_ANSWERS, `${MAX_ANSWERS} réponses au plus`);

/** What a sender says of files that do not say it themselves. */
export const importAnswersSchema = z.object({
  kinds: textsSchema
    .default({})
    .describe(
      "Par fichier (key) : ce qu’il est, contre ce qu’il paraît ; « set_aside » le met de côté, un texte vide revient à ce qu’il paraît.",
    ),
  replies: textsSchema
    .default({})
    .describe("Par question (id) : la réponse, telle que la question la décrit ; un texte vide la retire."),
});
