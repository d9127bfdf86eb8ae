import type { RuleExpression } from "./rule-expression";
import type { RuleFacts } from "./rule-facts";

/**
 * The questions on which a rule still depends once it is known what the collectivity is: a branch for communes asks nothing
 * of an intercommunal body. A field without any tag is not known, and closes nothing.
 *
 * @param identity - By field: `type`, `population`, `localisation`, each with its tags.
 */
export function listOpenQuestions(
  rule: RuleExpression,
  identity: NonNullable<RuleFacts["identity"]>,
): ReadonlySet<string> {
  return settle(rule, identity).questions;
}

/** What is known of a condition whatever is answered, and what it asks otherwise. */
type Settled = { readonly truth: boolean | null; readonly questions: ReadonlySet<string> };

const NOTHING: ReadonlySet<string> = new Set();

function settle(rule: RuleExpression, identity: NonNullable<RuleFacts["identity"]>): Settled {
  switch (rule.kind) {
    case "answer":
    case "answered":
      return { truth: null, questions: new Set([rule.question]) };
    case "identity": {
      const tags = identity.get(rule.field) ?? [];
      return { truth: tags.length === 0 ? null : tags.includes(rule.value), questions: NOTHING };
    }
    case "boolean":
      return { truth: rule.value, questions: NOTHING };
    case "and":
    case "or":
      return settleJoined(rule, identity);
    case "if":
      return settleChoice(rule, identity);
    default:
      return "operands" in rule ? join(rule.operands.map((operand) => settle(operand, identity))) : join([]);
  }
}

// One that fails decides « both », one that holds decides « one or the other ».
function settleJoined(
  { kind, operands }: Extract<RuleExpression, { kind: "and" | "or" }>,
  identity: NonNullable<RuleFacts["identity"]>,
): Settled {
  const deciding = kind === "or";
  const parts = operands.map((operand) => settle(operand, identity));
  if (parts.some(({ truth }) => truth === deciding)) return { truth: deciding, questions: NOTHING };
  const isSettled = parts.every(({ truth }) => truth === !deciding);
  return isSettled ? { truth: !deciding, questions: NOTHING } : join(parts);
}

function settleChoice(
  { condition, then, otherwise }: Extract<RuleExpression, { kind: "if" }>,
  identity: NonNullable<RuleFacts["identity"]>,
): Settled {
  const { truth, questions } = settle(condition, identity);
  const branches = [
    ...(truth === false ? [] : [settle(then, identity)]),
    ...(truth === true || !otherwise ? [] : [settle(otherwise, identity)]),
  ];
  return join([{ truth: null, questions }, ...branches]);
}

function join(parts: readonly Settled[]): Settled {
  return { truth: null, questions: new Set(parts.flatMap((part) => [...part.questions])) };
}
