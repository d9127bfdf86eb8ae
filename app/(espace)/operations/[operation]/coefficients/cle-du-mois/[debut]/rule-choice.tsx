"use client";

import { Radio, Stack } from "@mantine/core";
import type { RuleDraft } from "@/lib/schemas/key-rule-draft";
import { CalendarFields } from "./calendar-fields";
import type { FormConsumer } from "./make-month-key-form";
import { TierFields } from "./tier-fields";

const KINDS = [
  {
    kind: "pro_rata",
    label: "Au prorata",
    description: "À chaque pas, la part de chacun dans ce qui est soutiré : comme la clé par défaut.",
  },
  {
    kind: "tiers",
    label: "Par rangs de priorité",
    description: "Le premier rang reçoit ce qu’il soutire, le suivant ce qui reste : la commune d’abord, par exemple.",
  },
  {
    kind: "calendar",
    label: "Par calendrier",
    description: "Des parts fixes qui changent selon l’heure, le jour de la semaine et le mois.",
  },
] as const;

type RuleChoiceProps = {
  label: string;
  consumers: readonly FormConsumer[];
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
};

/** One of the rules, with what it needs to be said. */
export function RuleChoice({ label, consumers, draft, onChange }: RuleChoiceProps) {
  return (
    <>
      <Radio.Group label={label} value={draft.kind} onChange={(kind) => onChange({ kind: kind as RuleDraft["kind"] })}>
        <Stack gap="xs" mt="xs">
          {KINDS.map(({ kind, label: name, description }) => (
            <Radio key={kind} value={kind} label={name} description={description} />
          ))}
        </Stack>
      </Radio.Group>
      {draft.kind === "tiers" && <TierFields consumers={consumers} draft={draft} onChange={onChange} />}
      {draft.kind === "calendar" && <CalendarFields consumers={consumers} draft={draft} onChange={onChange} />}
    </>
  );
}
