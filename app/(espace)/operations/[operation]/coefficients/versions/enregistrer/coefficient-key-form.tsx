"use client";

import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatPpm } from "@/lib/format/format-percent";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";
import type { ActionState } from "@/lib/schemas/action-state";
import { setCoefficientKeyAction } from "./actions";
import styles from "./coefficient-key-form.module.css";

const IDLE: ActionState = { status: "idle" };
const WHOLE_PPM = 1_000_000;
const NOT_A_PERCENT = "Un pourcentage entre 0 et 100, par exemple 12,5";

type Consumer = { readonly id: string; readonly name: string; readonly prm: string; readonly ppm: number | null };

type CoefficientKeyFormProps = { operation: string; minFrom: string; consumers: readonly Consumer[] };

/** Records a key the DSO applies already: its kind, its first day and, when it is static, each consumer's share. */
export function CoefficientKeyForm({ operation, minFrom, consumers }: CoefficientKeyFormProps) {
  const [state, formAction, isPending] = useActionState(setCoefficientKeyAction, IDLE);
  const [kind, setKind] = useState("static");
  const [from, setFrom] = useState("");
  const [percents, setPercents] = useState(() => startValues(consumers));
  const errors = state.status === "failed" ? state.fieldErrors : {};
  return (
    <form action={formAction} aria-label="Clé déjà appliquée">
      <input type="hidden" name="operation" value={operation} />
      <Stack gap="md">
        <Radio.Group name="kind" label="Type de clé" value={kind} onChange={setKind} error={errors.kind?.[0]}>
          <Group mt="xs">
            <Radio value="static" label="Statique : une part fixe par consommateur" />
            <Radio value="dynamic_simple" label="Dynamique simple : notifiée chaque mois" />
            <Radio value="dynamic_full" label="Full dynamique : notifiée chaque mois, par producteur" />
            <Radio value="default" label="Par défaut : au prorata des consommations" />
          </Group>
        </Radio.Group>
        <TextInput
          type="date"
          name="from"
          label="Premier jour"
          description="Celui que le gestionnaire a retenu."
          min={minFrom}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={errors.from?.[0]}
          required
          maw={320}
        />
        {kind === "static" && (
          <Shares
            consumers={consumers}
            percents={percents}
            onChange={(id, text) => setPercents((current) => ({ ...current, [id]: text }))}
            error={errors.percents?.[0]}
          />
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            Enregistrer la clé
          </Button>
        </Group>
        {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
        {state.status === "failed" && (
          <Notice tone="danger" title="La clé n’est pas enregistrée" live>
            {errors.percents?.[0] ?? state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}

type SharesProps = {
  consumers: readonly Consumer[];
  percents: Readonly<Record<string, string>>;
  onChange: (id: string, text: string) => void;
  error: string | undefined;
};

function Shares({ consumers, percents, onChange, error }: SharesProps) {
  const ppm = consumers.map(({ id }) => (percents[id]?.trim() ? parsePercentPpm(percents[id]) : 0));
  const total = ppm.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return (
    <fieldset className={styles.shares}>
      <legend>Part de chaque consommateur, en %</legend>
      {consumers.map(({ id, name, prm }, index) => (
        <TextInput
          key={id}
          name={`percent:${id}`}
          label={name}
          description={`PRM ${prm}`}
          inputMode="decimal"
          value={percents[id] ?? ""}
          onChange={(event) => onChange(id, event.currentTarget.value)}
          error={ppm[index] === null ? NOT_A_PERCENT : undefined}
        />
      ))}
      <p className={styles.total} aria-live="polite" data-over={total > WHOLE_PPM || error !== undefined || undefined}>
        Total : <strong>{formatPpm(total)}</strong>
        {describeRest(WHOLE_PPM - total)}
      </p>
    </fieldset>
  );
}

function describeRest(restPpm: number): string {
  if (restPpm === 0) return ", toute la production est répartie.";
  return restPpm > 0
    ? ` ; il reste ${formatPpm(restPpm)}, qui ira au surplus.`
    : ` ; c’est ${formatPpm(-restPpm)} de trop.`;
}

function startValues(consumers: readonly Consumer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    consumers.map(({ id, ppm }) => [id, ppm === null ? "" : formatPpm(ppm).replace(/[\s%]/g, "")]),
  );
}
