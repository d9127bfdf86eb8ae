import { DomainError } from "@/lib/domain/errors";
import { EXCISE_CATEGORIES, NETWORK_FORMULAS, NETWORK_OPTIONS } from "./price-choices";
import type { PriceEntry, PriceKind, PriceSubject } from "./price-entry";
import { TARIFF_PERIODS } from "./tariff-periods";

/**
 * Refuses a price that is not one of its kind: for whom, by which names, within which bounds. No values at all say that it
 * is not known from its day on.
 *
 * @throws {DomainError} INVALID_PRICE with `kind` and `reason`: subject, code, name, value or source.
 */
export function assertPrice({ kind, values, code, source, ...subject }: PriceEntry): void {
  const rule = RULES[kind];
  const refuse = (reason: string) => {
    throw new DomainError("INVALID_PRICE", `not a price: ${reason}`, { details: { kind, reason } });
  };
  const named = SUBJECTS.filter((key) => subject[key] !== null).join("+");
  if (!rule.subjects.includes(named)) refuse("subject");
  if (rule.codes === null ? code !== null : code === null ? !rule.isCodeOptional : !rule.codes.includes(code)) {
    refuse("code");
  }
  const entries = Object.entries(values);
  if (entries.some(([name]) => !(name in rule.values))) refuse("name");
  if (entries.length > 0 && rule.isWhole && entries.length < Object.keys(rule.values).length) refuse("name");
  if (entries.some(([name, value]) => !rule.values[name]?.(value))) refuse("value");
  if (source.trim() === "" || source.length > MOST_SOURCE) refuse("source");
}

const SUBJECTS = ["meteringPointId", "producerId", "participantId"] as const satisfies readonly (keyof PriceSubject)[];
const MOST_SOURCE = 300; // characters
const MOST_PRICE = 1_000_000; // 10 €/kWh
const MOST_FEE = 1_000_000_000; // 10 000 €

type Rule = {
  /** Which of the subjects are named, `""` for nobody in particular. */
  readonly subjects: readonly string[];
  /** Null: it has none. */
  readonly codes: readonly string[] | null;
  readonly isCodeOptional?: boolean;
  readonly values: Readonly<Record<string, (value: number | string) => boolean>>;
  /** All of its values, or none. */
  readonly isWhole: boolean;
};

const upTo = (most: number) => (value: number | string) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
const oneOf = (choices: readonly string[]) => (value: number | string) => choices.includes(String(value));
const each = (names: readonly string[], most: number) => Object.fromEntries(names.map((name) => [name, upTo(most)]));

const EVERYBODY = [""];
const ONE_PRICE = { values: each(["BASE"], MOST_PRICE), isWhole: true } as const;
const BY_PERIOD = { values: each(TARIFF_PERIODS, MOST_PRICE), isWhole: false } as const;
const NETWORK: Rule = { subjects: EVERYBODY, codes: NETWORK_FORMULAS, ...BY_PERIOD };

const RULES: Readonly<Record<PriceKind, Rule>> = {
  supply: { subjects: ["", "meteringPointId"], codes: null, ...BY_PERIOD },
  internal: { subjects: ["", "meteringPointId+producerId", "participantId"], codes: null, ...ONE_PRICE },
  resale: { subjects: ["", "meteringPointId"], codes: null, ...ONE_PRICE },
  network_ordinary: NETWORK,
  network_shared: NETWORK,
  network_complement: NETWORK,
  excise: { subjects: EVERYBODY, codes: EXCISE_CATEGORIES, ...ONE_PRICE },
  excise_shared: { subjects: EVERYBODY, codes: EXCISE_CATEGORIES, isCodeOptional: true, ...ONE_PRICE },
  vat: { subjects: EVERYBODY, codes: null, values: each(["supply", "internal", "fee"], 1_000_000), isWhole: true },
  fee: {
    subjects: EVERYBODY,
    codes: null,
    values: { energy: upTo(MOST_PRICE), period: upTo(MOST_FEE) },
    isWhole: true,
  },
  contract: {
    subjects: ["", "meteringPointId"],
    codes: null,
    values: { formula: oneOf(NETWORK_FORMULAS), option: oneOf(NETWORK_OPTIONS), excise: oneOf(EXCISE_CATEGORIES) },
    isWhole: true,
  },
  vat_choice: { subjects: ["", "participantId"], codes: null, values: { included: upTo(1) }, isWhole: true },
  substation: { subjects: EVERYBODY, codes: null, values: { single: upTo(1) }, isWhole: true },
};
