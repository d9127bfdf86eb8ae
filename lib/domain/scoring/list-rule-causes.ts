import type { RuleCause } from "./personalisation";
import { evaluateRule } from "./rules/evaluate-rule";
import type { RuleExpression } from "./rules/rule-expression";
import type { RuleFacts } from "./rules/rule-facts";

/**
 * Which answers, and which facts of the collectivity, made a rule say what it says: those of the conditions that held and
 * of the value they led to. Where no condition held, those that did not.
 */
export function listRuleCauses(rule: RuleExpression, facts: RuleFacts): readonly RuleCause[] {
  const causes = new Map<string, RuleCause>();
  for (const cause of causesOf(rule, facts)) {
    causes.set(cause.kind === "answer" ? cause.question : `${cause.field} ${cause.value}`, cause);
  }
  return [...causes.values()];
}

function causesOf(rule: RuleExpression, facts: RuleFacts): readonly RuleCause[] {
  switch (rule.kind) {
    case "answer":
    case "answered": {
      const answer = facts.answers?.get(rule.question);
      return answer === undefined ? [] : [{ kind: "answer", question: rule.question, answer }];
    }
    case "identity":
      return [{ kind: "identity", field: rule.field, value: rule.value, holds: evaluateRule(rule, facts) === true }];
    case "and":
    case "or":
      return causesOfJoined(rule, facts);
    case "if":
      return causesOfChoice(rule, facts);
    default:
      return "operands" in rule ? rule.operands.flatMap((operand) => causesOf(operand, facts)) : [];
  }
}

// Of « one or the other », the ones that hold are enough; of « both », the ones that do not are.
function causesOfJoined(rule: Extract<RuleExpression, { kind: "and" | "or" }>, facts: RuleFacts): readonly RuleCause[] {
  const outcome = evaluateRule(rule, facts);
  const decisive = rule.operands.filter((operand) => (evaluateRule(operand, facts) === true) === outcome);
  return decisive.flatMap((operand) => causesOf(operand, facts));
}

function causesOfChoice(rule: Extract<RuleExpression, { kind: "if" }>, facts: RuleFacts): readonly RuleCause[] {
  const passed: RuleCause[] = [];
  let choice: RuleExpression | null = rule;
  while (choice?.kind === "if") {
    const causes = causesOf(choice.condition, facts);
    if (evaluateRule(choice.condition, facts) === true) return [...causes, ...causesOf(choice.then, facts)];
    passed.push(...causes);
    choice = choice.otherwise;
  }
  const last = choice ? causesOf(choice, facts) : [];
  return last.length > 0 ? last : passed;
}
