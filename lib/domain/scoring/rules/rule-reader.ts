import { invalidRule, type RuleExpectation } from "./invalid-rule";
import type { ArithmeticOperator, ComparisonOperator, RuleExpression } from "./rule-expression";
import type { RuleToken } from "./rule-token";

/** Rules of the programme nest four deep; what nests a hundred times is no rule. */
const MAX_DEPTH = 100;

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "=", "!="]);
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ["VRAI", true],
  ["OUI", true],
  ["FAUX", false],
  ["NON", false],
]);
const FIELDS: ReadonlySet<string> = new Set(["type", "population", "localisation"]);
const RESERVED: ReadonlySet<string> = new Set(["si", "alors", "sinon", "et", "ou", ...TRUTHS.keys()]);

/** Reads the pieces of one rule by recursive descent, one method a level of precedence. */
export class RuleReader {
  readonly #tokens: readonly RuleToken[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly RuleToken[]) {
    this.#tokens = tokens;
  }

  readWhole(): RuleExpression {
    const rule = this.#readRule();
    if (this.#token.kind !== "end") throw invalidRule(this.#token, "END");
    return rule;
  }

  #readRule(): RuleExpression {
    // A chain of `sinon si` is as deep as it is long: only what is inside something else counts.
    if (!this.#take("si")) return this.#readAlternatives();
    const condition = this.#readTyped("CONDITION", () => this.#readAlternatives());
    this.#expect("alors");
    const then = this.#readNested(() => this.#readRule());
    return {
      kind: "if",
      condition,
      then,
      otherwise: this.#take("sinon") ? this.#readNested(() => this.#readRule()) : null,
    };
  }

  #readAlternatives(): RuleExpression {
    return this.#readJoined("ou", "or", () => this.#readJoined("et", "and", () => this.#readComparison()));
  }

  #readJoined(word: "et" | "ou", kind: "and" | "or", readOperand: () => RuleExpression): RuleExpression {
    const start = this.#token;
    const first = readOperand();
    if (this.#token.text !== word) return first;
    assertType(first, "CONDITION", start);
    const operands = [first];
    while (this.#take(word)) operands.push(this.#readTyped("CONDITION", readOperand));
    return { kind, operands };
  }

  #readComparison(): RuleExpression {
    const left = this.#readSum();
    if (!COMPARISONS.has(this.#token.text)) return left;
    const operator = this.#next().text as ComparisonOperator;
    return { kind: "comparison", operator, operands: [left, this.#readSum()] };
  }

  #readSum(): RuleExpression {
    return this.#readArithmetic(["+", "-"], () => this.#readArithmetic(["*", "/"], () => this.#readOperand()));
  }

  #readArithmetic(operators: readonly ArithmeticOperator[], readOperand: () => RuleExpression): RuleExpression {
    const start = this.#token;
    let left = readOperand();
    for (let operator = this.#operator(operators); operator; operator = this.#operator(operators)) {
      assertType(left, "NUMBER", start);
      this.#next();
      left = { kind: "arithmetic", operator, operands: [left, this.#readTyped("NUMBER", readOperand)] };
    }
    return left;
  }

  #operator(operators: readonly ArithmeticOperator[]): ArithmeticOperator | undefined {
    return operators.find((operator) => operator === this.#token.text);
  }

  #readOperand(): RuleExpression {
    const token = this.#next();
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token.text === "(") {
      const inside = this.#readNested(() => this.#readRule());
      this.#expect(")");
      return inside;
    }
    if (token.text === "-") {
      const operand = this.#readNested(() => this.#readTyped("NUMBER", () => this.#readOperand()));
      return { kind: "arithmetic", operator: "-", operands: [{ kind: "number", value: 0 }, operand] };
    }
    const truth = TRUTHS.get(token.text);
    if (truth !== undefined) return { kind: "boolean", value: truth };
    if (token.kind !== "word") throw invalidRule(token, "VALUE");
    return this.#readCall(token);
  }

  #readCall(name: RuleToken): RuleExpression {
    switch (name.text) {
      case "reponse":
        return this.#readAnswer();
      case "identite":
        return this.#readIdentity();
      case "score":
        return { kind: "score", node: this.#readArguments(() => this.#readIdentifier()) };
      case "min":
      case "max":
        return { kind: "extreme", name: name.text, operands: this.#readArguments(() => this.#readList()) };
      default:
        throw invalidRule(name, "VALUE");
    }
  }

  #readAnswer(): RuleExpression {
    return this.#readArguments(() => {
      const question = this.#readIdentifier();
      if (!this.#take(",")) return { kind: "answer", question };
      const truth = TRUTHS.get(this.#token.text);
      if (truth !== undefined) this.#next();
      return { kind: "answered", question, value: truth ?? this.#readIdentifier() };
    });
  }

  #readIdentity(): RuleExpression {
    return this.#readArguments(() => {
      const token = this.#token;
      const field = this.#readIdentifier();
      if (!FIELDS.has(field)) throw invalidRule(token, "FIELD");
      this.#expect(",");
      return { kind: "identity", field, value: this.#readIdentifier() };
    });
  }

  #readList(): readonly RuleExpression[] {
    const operands = [this.#readTyped("NUMBER", () => this.#readNested(() => this.#readRule()))];
    while (this.#take(",")) operands.push(this.#readTyped("NUMBER", () => this.#readNested(() => this.#readRule())));
    return operands;
  }

  #readArguments<T>(read: () => T): T {
    this.#expect("(");
    const values = read();
    this.#expect(")");
    return values;
  }

  #readIdentifier(): string {
    const token = this.#next();
    if (token.kind !== "word" || RESERVED.has(token.text)) throw invalidRule(token, "IDENTIFIER");
    return token.text;
  }

  #readNested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw invalidRule(this.#token, "SIMPLER_RULE");
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #readTyped(expected: "CONDITION" | "NUMBER", read: () => RuleExpression): RuleExpression {
    const start = this.#token;
    const expression = read();
    assertType(expression, expected, start);
    return expression;
  }

  get #token(): RuleToken {
    return this.#tokens[this.#index] as RuleToken;
  }

  // The end is never passed: whatever is expected there is told to be missing.
  #next(): RuleToken {
    const token = this.#token;
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  #take(text: string): boolean {
    if (this.#token.text !== text || this.#token.kind === "end") return false;
    this.#next();
    return true;
  }

  #expect(text: RuleExpectation & ("alors" | "(" | ")" | ",")): void {
    if (!this.#take(text)) throw invalidRule(this.#token, text);
  }
}

function assertType(expression: RuleExpression, expected: "CONDITION" | "NUMBER", start: RuleToken): void {
  const type = typeOf(expression);
  if (type !== null && type !== expected) throw invalidRule(start, expected);
}

/** Null: only an answer tells, or the branches of a choice do. */
function typeOf({ kind }: RuleExpression): "CONDITION" | "NUMBER" | null {
  switch (kind) {
    case "number":
    case "score":
    case "extreme":
    case "arithmetic":
      return "NUMBER";
    case "boolean":
    case "answered":
    case "identity":
    case "comparison":
    case "and":
    case "or":
      return "CONDITION";
    default:
      return null;
  }
}
