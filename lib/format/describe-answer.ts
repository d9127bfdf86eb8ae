import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { formatPercent } from "./format-percent";

/** An answer to a question of personalisation, in the middle of a sentence. */
export function describeAnswer(answer: AnswerValue, question: PersonalisationQuestion | undefined): string {
  if (typeof answer === "boolean") return answer ? "oui" : "non";
  if (typeof answer === "number") return formatPercent(answer, 0);
  const choices = question && "choices" in question ? question.choices : [];
  return choices.find(({ id }) => id === answer)?.wording ?? answer;
}
