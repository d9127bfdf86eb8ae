"use client";

import { Button, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { decideMeasureAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type DecideMeasureFormProps = {
  operation: string;
  meteringPointId: string;
  quantity: "withdrawal" | "injection";
  /** The steps of the day. [ms] */
  steps: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly startLabel: string;
    readonly endLabel: string;
  }[];
};

/** Says what counts for some hours of a day, against what was measured or corrected, and why. */
export function DecideMeasureForm({ operation, meteringPointId, quantity, steps }: DecideMeasureFormProps) {
  const [state, formAction, isPending] = useActionState(decideMeasureAction, IDLE);
  const [kind, setKind] = useState("value");
  const [startMs, setStartMs] = useState(String(steps[0]?.startMs ?? ""));
  const [endMs, setEndMs] = useState(String(steps.at(-1)?.endMs ?? ""));
  const [powerKw, setPowerKw] = useState("");
  const [reason, setReason] = useState("");
  const errors = state.status === "failed" ? state.fieldErrors : {};
  return (
    <form action={formAction} aria-label="Décider pour ces heures">
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="meteringPointId" value={meteringPointId} />
      <input type="hidden" name="quantity" value={quantity} />
      <Stack gap="md">
        <h3>Décider pour certaines heures de ce jour</h3>
        <Radio.Group name="kind" label="Ce qui vaut" value={kind} onChange={setKind} error={errors.kind?.[0]}>
          <Stack gap="xs" mt="xs">
            <Radio value="value" label="Une valeur que je saisis" />
            <Radio
              value="discard"
              label="La mesure est fausse"
              description="Elle est corrigée comme si elle était absente (art. 5.2.3) : interpolation jusqu’à une heure, semaine précédente au-delà."
            />
            <Radio
              value="leave_missing"
              label="Pas de correction automatique : ce qui manque reste manquant"
              description="Peut s’ajouter à une mesure écartée."
            />
          </Stack>
        </Radio.Group>
        <Group align="start">
          <NativeSelect
            name="startMs"
            label="De"
            data={steps.map((step) => ({ value: String(step.startMs), label: step.startLabel }))}
            value={startMs}
            onChange={(event) => setStartMs(event.currentTarget.value)}
            error={errors.startMs?.[0]}
          />
          <NativeSelect
            name="endMs"
            label="À"
            data={steps.map((step) => ({ value: String(step.endMs), label: step.endLabel }))}
            value={endMs}
            onChange={(event) => setEndMs(event.currentTarget.value)}
            error={errors.endMs?.[0]}
          />
          {kind === "value" && (
            <TextInput
              name="powerKw"
              label="Puissance moyenne, en kW"
              description="La même à chaque pas"
              inputMode="decimal"
              value={powerKw}
              onChange={(event) => setPowerKw(event.currentTarget.value)}
              error={errors.powerKw?.[0]}
            />
          )}
        </Group>
        <Textarea
          name="reason"
          label="Motif"
          description="Gardé avec la décision : relevé sur place, courriel du gestionnaire…"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors.reason?.[0]}
          autosize
          minRows={2}
          maw={560}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            Enregistrer la décision
          </Button>
        </Group>
        {state.status === "done" && state.message && <Notice tone="success" title={state.message} live />}
        {state.status === "failed" && (
          <Notice tone="danger" title="La décision n’est pas enregistrée" live>
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}
