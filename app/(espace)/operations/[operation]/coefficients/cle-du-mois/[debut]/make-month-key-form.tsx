"use client";

import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { RulePreview } from "@/components/coefficients/rule-preview";
import { type ErrorOf, RegistryForm } from "@/components/registry/registry-form";
import { Notice } from "@/components/ui/notice";
import { fromRuleDraft, type OfferedRule, type RuleDraft, toRuleDraft } from "@/lib/schemas/key-rule-draft";
import { makeMonthKeyAction } from "./actions";
import { PrecisionSelect } from "./precision-select";
import { RuleChoice } from "./rule-choice";

export type FormConsumer = { readonly id: string; readonly name: string; readonly prm: string };

type MakeMonthKeyFormProps = {
  operation: string;
  /** `YYYY-MM-DD` */
  from: string;
  consumers: readonly FormConsumer[];
  rule: OfferedRule;
  unitPpm: number;
  channel: "file" | "api";
};

/** Chooses the rule of the month and makes its key from the measures. */
export function MakeMonthKeyForm({ operation, from, consumers, rule, unitPpm, channel }: MakeMonthKeyFormProps) {
  const [draft, setDraft] = useState(() => toRuleDraft(rule));
  const said = fromRuleDraft(draft);
  const change = (part: Partial<RuleDraft>) => setDraft((current) => ({ ...current, ...part }));
  const hidden = { operation, from, rule: "rule" in said ? JSON.stringify(said.rule) : "" };
  return (
    <RegistryForm label="Faire la clé" submit="Faire la clé du mois" action={makeMonthKeyAction} hidden={hidden}>
      {(errorOf) => (
        <>
          <RuleChoice label="Règle" consumers={consumers} draft={draft} onChange={change} />
          <PrecisionSelect label="Précision du fichier" unitPpm={unitPpm} error={errorOf("unitPpm")} />
          <Radio.Group name="channel" label="Transmission" defaultValue={channel} error={errorOf("channel")}>
            <Stack gap="xs" mt="xs">
              <Radio
                value="file"
                label="Par courriel"
                description="Le fichier de l’annexe 5 : avec une seule faute, la clé par défaut vaut pour toute la période."
              />
              <Radio
                value="api"
                label="Par l’interface"
                description="Un connecteur transmet chaque pas et rapporte les réponses : un pas rejeté est le seul à recevoir la clé par défaut."
              />
            </Stack>
          </Radio.Group>
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
