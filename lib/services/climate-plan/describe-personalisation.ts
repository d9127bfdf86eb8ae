import "server-only";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { ReportedAction, ReportedPersonalisation } from "@/lib/domain/scoring/climate-report";
import { THEME_WORDS } from "@/lib/format/climate-words";
import { describeAnswer } from "@/lib/format/describe-answer";
import { describePointsEffect } from "@/lib/format/describe-points-effect";
import { describeRuleCause } from "@/lib/format/describe-rule-cause";
import { formatNumber } from "@/lib/format/format-number";
import type { ClimatePlan } from "./read-climate-plan";

const KINDS = { commune: "Commune", intercommunal: "Intercommunalité (EPCI)", syndicate: "Syndicat" } as const;
const UNANSWERED = "sans réponse";

/** What a collectivity says of itself, question by question, and what follows from it, action by action, in words. */
export function describePersonalisation(
  { profile, questions, explained }: Pick<ClimatePlan, "profile" | "questions" | "explained">,
  actions: readonly ReportedAction[],
): ReportedPersonalisation {
  const byId = new Map(actions.map((action) => [action.id, action]));
  return {
    identity: describeIdentity(profile),
    answers: questions.map((question) => {
      const answer = profile.answers.get(question.id);
      return {
        theme: THEME_WORDS[question.theme],
        question: question.wording,
        answer: answer === undefined ? UNANSWERED : describeAnswer(answer, question),
      };
    }),
    consequences: [...explained].flatMap(([id, { consequence, causes }]) => {
      const action = byId.get(id);
      if (!action) return [];
      const reasons = new Set(Object.values(causes).flatMap((part) => part ?? []));
      return [
        {
          number: action.number,
          title: action.title,
          effect: describePointsEffect(consequence),
          reasons: [...new Set([...reasons].map((cause) => describeRuleCause(cause, questions)))],
          referencePoints: action.score.referencePoints,
          potentialPoints: action.score.potentialPoints,
        },
      ];
    }),
  };
}

function describeIdentity({ kind, population, isOverseas }: ClimateProfile): ReportedPersonalisation["identity"] {
  return [
    ["Type", kind === null ? "non précisé" : KINDS[kind]],
    ["Population", population === null ? "non précisée" : `${formatNumber(population)} habitants`],
    ["Situation", isOverseas ? "en outre-mer" : "en métropole"],
  ];
}
