import personalisation from "@/lib/content/referential/personalisation.json";
import type { PersonalisationQuestion, PersonalisationRule } from "@/lib/domain/scoring/personalisation";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import { personalisationContentSchema } from "@/lib/schemas/personalisation-content";

/** Questions, and the rules that their answers decide. */
export type Personalisation = {
  readonly questions: readonly PersonalisationQuestion[];
  readonly rules: readonly PersonalisationRule[];
};

let read: Personalisation | null = null;

/** The questions and rules shipped with the product: those of the whole programme; read once a process. */
export function readShippedPersonalisation(): Personalisation {
  read ??= readContent();
  return read;
}

function readContent(): Personalisation {
  const { questions, rules } = personalisationContentSchema.parse(personalisation);
  return { questions, rules: rules.map(({ rule, ...rest }) => ({ ...rest, rule: parseRule(rule) })) };
}
