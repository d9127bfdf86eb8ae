import { invalidRule } from "./invalid-rule";
import type { RuleToken } from "./rule-token";

// Sticky: each piece is looked for exactly where the one before it ends.
const SPACE = /\s*/y;
const PIECES = [
  ["number", /\d+(?:\.\d+)?/y],
  ["word", /[\p{Letter}_][\p{Letter}\p{Number}_]*(?:\.[\p{Letter}\p{Number}_]+)*/uy],
  ["sign", /<=|>=|!=|[<>=(),+\-*/]/y],
] as const;

/**
 * Cuts a rule into numbers, words and signs, with an end after them.
 *
 * @throws {DomainError} INVALID_RULE for a character that belongs to none.
 */
export function tokenizeRule(text: string): readonly RuleToken[] {
  const tokens: RuleToken[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipSpace(text, at + token.text.length);
  }
  tokens.push({ kind: "end", text: "", position: text.length + 1 });
  return tokens;
}

function readToken(text: string, at: number): RuleToken {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found, position: at + 1 };
  }
  throw invalidRule({ kind: "sign", text: text.slice(at, at + 1), position: at + 1 }, "KNOWN_SIGN");
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
