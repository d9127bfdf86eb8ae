import type { EligibilityPoint, EligibilityRule, RuleResult } from "./eligibility";

/** What a rule says of one point. */
export type PointJudgement = "ok" | "broken" | "unknown" | "not_concerned";

/** A rule that looks at each point by itself: one that breaks it is enough, and one unknown leaves it open. */
export function judgePoints(
  rule: EligibilityRule,
  points: readonly EligibilityPoint[],
  judge: (point: EligibilityPoint) => PointJudgement,
): RuleResult {
  const judged = points.map((point) => ({ id: point.id, judgement: judge(point) }));
  const idsOf = (wanted: PointJudgement) => judged.flatMap(({ id, judgement }) => (judgement === wanted ? [id] : []));
  const broken = idsOf("broken");
  const unknown = idsOf("unknown");
  const concerned = points.length - idsOf("not_concerned").length;
  return { rule, status: statusOf(broken, unknown, concerned), figure: concerned, limit: null, broken, unknown };
}

function statusOf(broken: readonly string[], unknown: readonly string[], concerned: number): RuleResult["status"] {
  if (broken.length > 0) return "broken";
  if (unknown.length > 0) return "not_checked";
  return concerned > 0 ? "ok" : "not_applicable";
}
