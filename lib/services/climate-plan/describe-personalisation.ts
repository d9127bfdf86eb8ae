import "server-only";
import type { ClimateProfile } from "@/lib/domain/scoring/climate-profile";
import type { ReportedAction, ReportedPersonalisation } from "@/lib/domain/scoring/climate-report";
import type { ClimateSnapshotContent } from "@/lib/domain/scoring/climate-snapshot";
import { factsOfProfile } from "@/lib/domain/scoring/facts-of-profile";
import { personalise } from "@/lib/domain/scoring/personalise";
import { listOpenQuestions } from "@/lib/domain/scoring/rules/list-open-questions";
import { THEME_WORDS } from "@/lib/format/climate-words";
import { describeAnswer } from "@/lib/format/describe-answer";
import { describePointsEffect } from "@/lib/format/describe-points-effect";
import { describeRuleCause } from "@/lib/format/describe-rule-cause";
import { formatNumber } from "@/lib/format/format-number";
import { readShippedPersonalisation } from "./read-shipped-personalisation";

const KINDS = { commune: "Commune", intercommunal: "Intercommunalité (EPCI)", syndicate: "Syndicat" } as const;
const UNANSWERED = "sans réponse";

/**
 * What a collectivity said of itself when a plan was frozen, question by question, and what followed from it, action by
 * action, in words; null where the state did not keep it.
 */
export function describePersonalisation(
  { profile: frozen, consequences = {} }: Pick<ClimateSnapshotContent, "profile" | "consequences">,
  actions: readonly ReportedAction[],
): ReportedPersonalisation | null {
  if (!frozen) return null;
  const profile: ClimateProfile = { ...frozen, answers: new Map(Object.entries(frozen.answers)) };
  const byId = new Map(actions.map((action) => [action.id, action]));
  const { questions, explained } = applyRules(profile, byId);
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
    consequences: Object.entries(consequences).flatMap(([id, consequence]) => {
      const action = byId.get(id);
      if (!action) return [];
      const causes = Object.values(explained.get(id)?.causes ?? {}).flatMap((part) => part ?? []);
      const { number, title, score } = action;
      return [
        {
          number,
          title,
          effect: describePointsEffect(consequence),
          reasons: [...new Set(causes.map((cause) => describeRuleCause(cause, questions)))],
          referencePoints: score.referencePoints,
          potentialPoints: score.potentialPoints,
        },
      ];
    }),
  };
}

/** The questions that mattered to a collectivity, and why its actions are worth what they are. */
function applyRules(profile: ClimateProfile, actions: ReadonlyMap<string, ReportedAction>) {
  const shipped = readShippedPersonalisation();
  const rules = shipped.rules.filter(({ node }) => actions.has(node));
  const facts = factsOfProfile(profile);
  const open = new Set(rules.flatMap(({ rule }) => [...listOpenQuestions(rule, facts.identity)]));
  return { questions: shipped.questions.filter(({ id }) => open.has(id)), explained: personalise(rules, facts) };
}

function describeIdentity({ kind, population, isOverseas }: ClimateProfile): ReportedPersonalisation["identity"] {
  return [
    ["Type", kind === null ? "non précisé" : KINDS[kind]],
    ["Population", population === null ? "non précisée" : `${formatNumber(population)} habitants`],
    ["Situation", isOverseas ? "en outre-mer" : "en métropole"],
  ];
}
