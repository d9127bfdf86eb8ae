import type { PersonalisationQuestion, RuleCause } from "@/lib/domain/scoring/personalisation";
import { describeAnswer } from "./describe-answer";

const FIELDS: Readonly<Record<string, string>> = {
  commune: "une commune",
  EPCI: "une intercommunalité",
  syndicat: "un syndicat",
  DOM: "outre-mer",
  Metropole: "en métropole",
};

/** Why a rule of personalisation says what it says, in a sentence without its full stop. */
export function describeRuleCause(cause: RuleCause, questions: readonly PersonalisationQuestion[]): string {
  if (cause.kind === "identity") {
    return `la collectivité ${cause.holds ? "est" : "n’est pas"} ${FIELDS[cause.value] ?? describePopulation(cause.value)}`;
  }
  const question = questions.find(({ id }) => id === cause.question);
  return `« ${question?.wording ?? cause.question} » : ${describeAnswer(cause.answer, question)}`;
}

function describePopulation(tag: string): string {
  const [, side, bound] = /^(moins|plus)_de_(\d+)$/.exec(tag) ?? [];
  if (!side) return tag;
  return `de ${side} de ${Number(bound).toLocaleString("fr-FR").replaceAll("\u202f", "\u00a0")} habitants`;
}
