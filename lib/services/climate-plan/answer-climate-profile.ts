import "server-only";
import { upsertClimateProfile } from "@/lib/data/climate-profiles";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { ClimateProfileChange } from "@/lib/domain/scoring/climate-profile";
import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { readShippedPersonalisation } from "./read-shipped-personalisation";

/**
 * Keeps what a collectivity says of itself, and the answers it does not mention; potentials follow from it at the next look.
 *
 * @throws {DomainError} UNKNOWN_QUESTION for an answer to no question, or one its question does not take.
 */
export async function answerClimateProfile(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  profile: ClimateProfileChange,
): Promise<void> {
  const questions = new Map(readShippedPersonalisation().questions.map((question) => [question.id, question]));
  for (const [id, answer] of profile.answers) {
    const question = questions.get(id);
    if (question && (answer === null || isAnswerOf(question, answer))) continue;
    throw new DomainError("UNKNOWN_QUESTION", "an answer to no question", { details: { question: id } });
  }
  await upsertClimateProfile(collectivityId, actor, profile);
}

function isAnswerOf(question: PersonalisationQuestion, answer: AnswerValue): boolean {
  if ("choices" in question) return question.choices.some(({ id }) => id === answer);
  if (question.type === "binary") return typeof answer === "boolean";
  return typeof answer === "number" && answer >= 0 && answer <= 1;
}
