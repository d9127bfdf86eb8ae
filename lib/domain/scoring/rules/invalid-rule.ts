import { DomainError } from "@/lib/domain/errors";
import type { RuleToken } from "./rule-token";

/** What the reader of a rule waits for where it finds something else. */
export type RuleExpectation =
  | "VALUE"
  | "NUMBER"
  | "CONDITION"
  | "IDENTIFIER"
  | "FIELD"
  | "END"
  | "KNOWN_SIGN"
  | "SIMPLER_RULE"
  | "alors"
  | "("
  | ")"
  | ",";

/** A rule that cannot be read: where it stops making sense, and what should stand there. */
export function invalidRule({ position, text }: RuleToken, expected: RuleExpectation): DomainError {
  return new DomainError("INVALID_RULE", "a rule cannot be read", { details: { position, found: text, expected } });
}
