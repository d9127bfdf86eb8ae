"use client";

import { Button, Group, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { RegistryForm } from "@/components/registry/registry-form";
import type { RuleByProducer } from "@/lib/domain/coefficients/key-rule";
import { fromRuleDraft, type OfferedRule, type RuleDraft, toRuleDraft } from "@/lib/schemas/key-rule-draft";
import { makeMonthKeyAction } from "./actions";
import type { FormConsumer } from "./make-month-key-form";
import { PrecisionSelect } from "./precision-select";
import { RuleChoice } from "./rule-choice";
import styles from "./rule-fields.module.css";

type FormProducer = FormConsumer & { readonly rule: OfferedRule };
type ProducerDraft = FormConsumer & { readonly draft: RuleDraft };

type MakeFullMonthKeyFormProps = {
  operation: string;
  /** `YYYY-MM-DD` */
  from: string;
  consumers: readonly FormConsumer[];
  /** In the order in which they are served. */
  producers: readonly FormProducer[];
  unitPpm: number;
};

/** Chooses the order of the producers and the rule of each, and makes the key of the month from the measures. */
export function MakeFullMonthKeyForm({ operation, from, consumers, producers, unitPpm }: MakeFullMonthKeyFormProps) {
  const [isShared, setIsShared] = useState(() => haveOneRule(producers));
  const [shared, setShared] = useState(() => toRuleDraft(producers[0]?.rule ?? { kind: "pro_rata" }));
  const [drafts, setDrafts] = useState<readonly ProducerDraft[]>(() =>
    producers.map(({ rule, ...producer }) => ({ ...producer, draft: toRuleDraft(rule) })),
  );
  const change = (id: string, part: Partial<RuleDraft>) =>
    setDrafts((current) =>
      current.map((each) => (each.id === id ? { ...each, draft: { ...each.draft, ...part } } : each)),
    );
  const said = readRules(isShared ? drafts.map((each) => ({ ...each, draft: shared })) : drafts, isShared);
  const hidden = { operation, from, channel: "api", rule: "rule" in said ? JSON.stringify(said.rule) : "" };
  return (
    <RegistryForm label="Faire la clé" submit="Faire la clé du mois" action={makeMonthKeyAction} hidden={hidden}>
      {(errorOf) => (
        <>
          <p>Elle passe par l’interface seulement : l’annexe 5 (art. 11.5.1) ne lui ouvre pas le courriel.</p>
          <ServingOrder drafts={drafts} onChange={setDrafts} />
          <Radio.Group
            label="Règles"
            value={isShared ? "shared" : "own"}
            onChange={(value) => setIsShared(value === "shared")}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="shared" label="La même règle pour tous les producteurs" />
              <Radio value="own" label="Une règle par producteur" />
            </Stack>
          </Radio.Group>
          {isShared ? (
            <RuleChoice
              label="Règle"
              consumers={consumers}
              draft={shared}
              onChange={(part) => setShared((current) => ({ ...current, ...part }))}
            />
          ) : (
            drafts.map(({ draft, ...producer }) => (
              <fieldset key={producer.id} className={styles.fields}>
                <legend>{nameOf(producer)}</legend>
                <RuleChoice
                  label={`Règle de ${nameOf(producer)}`}
                  consumers={consumers}
                  draft={draft}
                  onChange={(part) => change(producer.id, part)}
                />
              </fieldset>
            ))
          )}
          <PrecisionSelect label="Précision" unitPpm={unitPpm} error={errorOf("unitPpm")} />
          <p aria-live="polite">{"reason" in said ? said.reason : errorOf("rule")}</p>
        </>
      )}
    </RegistryForm>
  );
}

type ServingOrderProps = {
  drafts: readonly ProducerDraft[];
  onChange: (drafts: readonly ProducerDraft[]) => void;
};

function ServingOrder({ drafts, onChange }: ServingOrderProps) {
  const swap = (place: number, other: number) => {
    const [a, b] = [drafts[place], drafts[other]];
    if (a && b) onChange(drafts.with(place, b).with(other, a));
  };
  return (
    <fieldset className={styles.fields}>
      <legend>Ordre des producteurs</legend>
      <p>L’énergie du premier est partagée d’abord ; la règle du suivant voit ce qui manque encore à chacun.</p>
      <ol className={styles.order}>
        {drafts.map((producer, place) => (
          <li key={producer.id}>
            <Group justify="space-between">
              <span>{nameOf(producer)}</span>
              <Group gap="xs">
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={place === 0}
                  aria-label={`Servir ${nameOf(producer)} plus tôt`}
                  onClick={() => swap(place, place - 1)}
                >
                  Plus tôt
                </Button>
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={place === drafts.length - 1}
                  aria-label={`Servir ${nameOf(producer)} plus tard`}
                  onClick={() => swap(place, place + 1)}
                >
                  Plus tard
                </Button>
              </Group>
            </Group>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

// Sites of one holder may bear one name.
const nameOf = ({ name, prm }: FormConsumer): string => `${name} (${prm})`;

function haveOneRule([first, ...others]: readonly FormProducer[]): boolean {
  return others.every(({ rule }) => JSON.stringify(rule) === JSON.stringify(first?.rule));
}

function readRules(
  drafts: readonly ProducerDraft[],
  isShared: boolean,
): { readonly rule: RuleByProducer } | { readonly reason: string } {
  const producers: { producerId: string; rule: OfferedRule }[] = [];
  for (const { draft, ...producer } of drafts) {
    const said = fromRuleDraft(draft);
    if ("reason" in said) return isShared ? said : { reason: `${nameOf(producer)} : ${said.reason}` };
    producers.push({ producerId: producer.id, rule: said.rule });
  }
  return { rule: { kind: "by_producer", producers } };
}
