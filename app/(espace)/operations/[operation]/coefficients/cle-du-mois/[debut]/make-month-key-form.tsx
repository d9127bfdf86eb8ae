"use client";

import { NativeSelect, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { RulePreview } from "@/components/coefficients/rule-preview";
import { type ErrorOf, RegistryForm } from "@/components/registry/registry-form";
import { Notice } from "@/components/ui/notice";
import { fromRuleDraft, type OfferedRule, type RuleDraft, toRuleDraft } from "@/lib/schemas/key-rule-draft";
import { makeMonthKeyAction } from "./actions";
import { CalendarFields } from "./calendar-fields";
import { TierFields } from "./tier-fields";

export type FormConsumer = { readonly id: string; readonly name: string; readonly prm: string };

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

const PRECISIONS = [
  { value: "1000", label: "0,1 % (une décimale)" },
  { value: "100", label: "0,01 % (deux décimales)" },
  { value: "10", label: "0,001 % (trois décimales)" },
  { value: "1", label: "0,0001 % (quatre décimales)" },
];

type MakeMonthKeyFormProps = {
  operation: string;
  /** `YYYY-MM-DD` */
  from: string;
  consumers: readonly FormConsumer[];
  rule: OfferedRule;
  unitPpm: number;
};

/** Chooses the rule of the month and makes its key from the measures. */
export function MakeMonthKeyForm({ operation, from, consumers, rule, unitPpm }: MakeMonthKeyFormProps) {
  const [draft, setDraft] = useState(() => toRuleDraft(rule));
  const said = fromRuleDraft(draft);
  const change = (part: Partial<RuleDraft>) => setDraft((current) => ({ ...current, ...part }));
  const hidden = { operation, from, rule: "rule" in said ? JSON.stringify(said.rule) : "" };
  return (
    <RegistryForm label="Faire la clé" submit="Faire la clé du mois" action={makeMonthKeyAction} hidden={hidden}>
      {(errorOf) => (
        <>
          <Radio.Group
            label="Règle"
            value={draft.kind}
            onChange={(kind) => change({ kind: kind as RuleDraft["kind"] })}
          >
            <Stack gap="xs" mt="xs">
              {KINDS.map(({ kind, label, description }) => (
                <Radio key={kind} value={kind} label={label} description={description} />
              ))}
            </Stack>
          </Radio.Group>
          {draft.kind === "tiers" && <TierFields consumers={consumers} draft={draft} onChange={change} />}
          {draft.kind === "calendar" && <CalendarFields consumers={consumers} draft={draft} onChange={change} />}
          <NativeSelect
            name="unitPpm"
            label="Précision du fichier"
            description="Arrondi au plus fort reste : la somme ne dépasse jamais 100 %."
            data={PRECISIONS}
            defaultValue={String(unitPpm)}
            error={errorOf("unitPpm")}
            maw={320}
          />
          <Lack said={said} errorOf={errorOf} />
          <RulePreview
            slug={operation}
            rule={"rule" in said ? said.rule : null}
            unitPpm={unitPpm}
            consumers={consumers}
          />
        </>
      )}
    </RegistryForm>
  );
}

// Said while it is typed: nothing is sent that says nothing.
function Lack({ said, errorOf }: { said: ReturnType<typeof fromRuleDraft>; errorOf: ErrorOf }) {
  const reason = "reason" in said ? said.reason : errorOf("rule");
  if (!reason) return null;
  return <Notice tone="warning" title={reason} live />;
}
