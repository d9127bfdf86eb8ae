import type { Consequence } from "./consequence";
import { listRuleCauses } from "./list-rule-causes";
import type { ExplainedConsequence, PersonalisationRule } from "./personalisation";
import { evaluateRule } from "./rules/evaluate-rule";
import type { RuleFacts } from "./rules/rule-facts";

/**
 * What the rules of a referential do to a collectivity, by node, with what caused it. A rule without effect is left out; a
 * formula on scores waits for them and is kept as it is.
 */
export function personalise(
  rules: readonly PersonalisationRule[],
  facts: Pick<RuleFacts, "answers" | "identity">,
): ReadonlyMap<string, ExplainedConsequence> {
  const byNode = new Map<string, ExplainedConsequence>();
  for (const rule of rules) {
    const part = partOf(rule, facts);
    if (!part) continue;
    const before = byNode.get(rule.node);
    const causes = listRuleCauses(rule.rule, facts);
    const [name] = Object.keys(part) as [keyof Consequence];
    byNode.set(rule.node, {
      consequence: { ...before?.consequence, ...part },
      causes: { ...before?.causes, [name]: causes },
    });
  }
  return byNode;
}

function partOf({ kind, rule }: PersonalisationRule, facts: RuleFacts): Consequence | null {
  if (kind === "score") return { scoreFormula: rule };
  const value = evaluateRule(rule, facts);
  if (kind === "deactivation") return value === true ? { deactivated: true } : null;
  return typeof value === "number" ? { potentialFactor: value } : null;
}
