import * as z from "zod";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { QUESTION_PREFIX } from "./question-field";

const MAX_POPULATION = 100_000_000;
const WHOLE_PERCENT = 100;

/** What a collectivity says of itself on a form; an empty field says nothing. */
export const climateProfileSchema = z.object({
  collectivity: z.uuid(),
  kind: z
    .enum(["", "commune", "intercommunal", "syndicate"])
    .default("")
    .transform((kind) => (kind === "" ? null : kind)),
  population: z
    .string()
    .default("")
    .transform((text) => text.replace(/\s/gu, ""))
    .refine((text) => /^\d*$/.test(text) && Number(text) <= MAX_POPULATION, "Écrivez un nombre entier d’habitants")
    .transform((text) => (text === "" ? null : Number(text))),
  isOverseas: z
    .string()
    .optional()
    .transform((value) => value === "1"),
});

/**
 * The answers of a form, by id of the question: `yes`, `no`, a percentage, or the id of a choice; null for a field left
 * empty. A question that the form does not show is absent.
 */
export function readProfileAnswers(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, AnswerValue | null> {
  const answers = new Map<string, AnswerValue | null>();
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(QUESTION_PREFIX) || typeof value !== "string") continue;
    answers.set(name.slice(QUESTION_PREFIX.length), value.trim() === "" ? null : readAnswer(value));
  }
  return answers;
}

function readAnswer(text: string): AnswerValue {
  if (text === "yes" || text === "no") return text === "yes";
  const percent = Number(text.replace(",", "."));
  return Number.isNaN(percent) ? text : percent / WHOLE_PERCENT;
}
