import type { DeadlineRule } from "./deadline-rule";
import { COEFFICIENT_RULES } from "./rules/coefficient-rules";
import { COMPLAINT_RULES } from "./rules/complaint-rules";
import { CONSENT_RULES } from "./rules/consent-rules";
import { CONVENTION_RULES } from "./rules/convention-rules";
import { ENDING_RULES } from "./rules/ending-rules";
import { HLM_RULES } from "./rules/hlm-rules";
import { LETTER_RULES } from "./rules/letter-rules";
import { MEASURE_RULES } from "./rules/measure-rules";
import { PERIMETER_RULES } from "./rules/perimeter-rules";
import { SETTLEMENT_RULES } from "./rules/settlement-rules";
import { START_RULES } from "./rules/start-rules";
import { SUSPENDED_POINT_RULES } from "./rules/suspended-point-rules";

const RULES = [
  ...START_RULES,
  ...PERIMETER_RULES,
  ...HLM_RULES,
  ...SUSPENDED_POINT_RULES,
  ...COEFFICIENT_RULES,
  ...MEASURE_RULES,
  ...SETTLEMENT_RULES,
  ...CONSENT_RULES,
  ...COMPLAINT_RULES,
  ...LETTER_RULES,
  ...CONVENTION_RULES,
  ...ENDING_RULES,
] as const satisfies readonly DeadlineRule[];

export type DeadlineRuleId = (typeof RULES)[number]["id"];

/** Every rule from which a deadline follows, by its id. */
export const DEADLINE_RULES = Object.fromEntries(RULES.map((rule) => [rule.id, rule])) as unknown as Readonly<
  Record<DeadlineRuleId, DeadlineRule>
>;
