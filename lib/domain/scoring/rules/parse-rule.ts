import type { RuleExpression } from "./rule-expression";
import { RuleReader } from "./rule-reader";
import { tokenizeRule } from "./tokenize-rule";

/**
 * Reads a rule of personalisation: `si C alors X [sinon Y]`, `et`, `ou`, comparisons, `+ - * /`, `min`, `max`,
 * `reponse(question[, value])`, `identite(field, value)`, `score(id)`, VRAI, FAUX, OUI, NON and parentheses.
 *
 * `* /` bind tighter than `+ -`, then comparisons, `et`, `ou`. The text is read, never run.
 *
 * @throws {DomainError} INVALID_RULE; its details say at which character (from 1), what stands there and what should.
 */
export function parseRule(text: string): RuleExpression {
  return new RuleReader(tokenizeRule(text)).readWhole();
}
