import type { AnswerValue, ArithmeticOperator, ComparisonOperator, RuleExpression } from "./rule-expression";
import type { RuleFacts } from "./rule-facts";

/**
 * What a rule says of a collectivity.
 *
 * Null is « no effect »: no branch matched, or something that is calculated with is not known. A comparison with what is
 * not known is false.
 */
export function evaluateRule(rule: RuleExpression, facts: RuleFacts): AnswerValue | null {
  switch (rule.kind) {
    case "number":
    case "boolean":
      return rule.value;
    case "answer":
      return facts.answers?.get(rule.question) ?? null;
    case "answered":
      return facts.answers?.get(rule.question) === rule.value;
    case "identity":
      return facts.identity?.get(rule.field)?.includes(rule.value) ?? false;
    case "score":
      return facts.scoreOf?.(rule.node) ?? null;
    case "and":
      return rule.operands.every((operand) => evaluateRule(operand, facts) === true);
    case "or":
      return rule.operands.some((operand) => evaluateRule(operand, facts) === true);
    case "if":
      return evaluateChoice(rule, facts);
    default:
      return evaluateOperation(rule, facts);
  }
}

type Kind<K extends RuleExpression["kind"]> = Extract<RuleExpression, { kind: K }>;

// In a loop: a chain of `sinon si` may be long.
function evaluateChoice(rule: Kind<"if">, facts: RuleFacts): AnswerValue | null {
  let choice: RuleExpression | null = rule;
  while (choice?.kind === "if") {
    if (evaluateRule(choice.condition, facts) === true) return evaluateRule(choice.then, facts);
    choice = choice.otherwise;
  }
  return choice && evaluateRule(choice, facts);
}

function evaluateOperation(
  rule: Kind<"extreme" | "arithmetic" | "comparison">,
  facts: RuleFacts,
): number | boolean | null {
  const values = rule.operands.map((operand) => evaluateRule(operand, facts));
  if (rule.kind === "comparison") return compare(rule.operator, values);
  if (!values.every((value) => typeof value === "number")) return null;
  if (rule.kind === "extreme") return Math[rule.name](...values);
  const [left = 0, right = 0] = values;
  const result = calculate(rule.operator, left, right);
  return Number.isFinite(result) ? result : null;
}

function calculate(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
  }
}

function compare(operator: ComparisonOperator, values: readonly (AnswerValue | null)[]): boolean {
  const [left = null, right = null] = values;
  if (left === null || right === null) return false;
  if (operator === "=") return left === right;
  if (operator === "!=") return left !== right;
  if (typeof left !== "number" || typeof right !== "number") return false;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
