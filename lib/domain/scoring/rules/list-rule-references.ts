import type { RuleExpression } from "./rule-expression";

/** What a rule asks of others: questions with the answers it tells apart, and nodes whose score it reads. */
export type RuleReferences = {
  /** Ids of choices, or yes and no, that each question is compared with; empty where only its value is used. */
  readonly questions: ReadonlyMap<string, ReadonlySet<string | number | boolean>>;
  readonly scoredNodes: ReadonlySet<string>;
};

/** Lists what a rule refers to, whether or not it is reached. */
export function listRuleReferences(rule: RuleExpression): RuleReferences {
  const questions = new Map<string, Set<string | number | boolean>>();
  const scoredNodes = new Set<string>();
  const waiting: RuleExpression[] = [rule];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === "answer" || next.kind === "answered") {
      const values = questions.get(next.question) ?? new Set();
      if (next.kind === "answered") values.add(next.value);
      questions.set(next.question, values);
    }
    if (next.kind === "score") scoredNodes.add(next.node);
    waiting.push(...childrenOf(next));
  }
  return { questions, scoredNodes };
}

function childrenOf(rule: RuleExpression): readonly RuleExpression[] {
  if (rule.kind === "if") return [rule.condition, rule.then, ...(rule.otherwise ? [rule.otherwise] : [])];
  return "operands" in rule ? rule.operands : [];
}
