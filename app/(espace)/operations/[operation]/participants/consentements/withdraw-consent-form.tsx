"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useActionState, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/schemas/action-state";
import { withdrawConsentAction } from "./actions";

const IDLE: ActionState = { status: "idle" };

type WithdrawConsentFormProps = {
  operation: string;
  consentId: string;
  /** What is withdrawn, for the button's name. */
  label: string;
  isObjection: boolean;
  /** PRM that can no longer take part once it is withdrawn. */
  consequences: readonly string[];
  /** `YYYY-MM-DD` */
  givenDay: string;
  today: string;
};

/** First what the withdrawal causes, then the withdrawal itself. */
export function WithdrawConsentForm(props: WithdrawConsentFormProps) {
  const { operation, consentId, label, isObjection, consequences, givenDay, today } = props;
  const [state, formAction, isPending] = useActionState(withdrawConsentAction, IDLE);
  const [isOpen, setIsOpen] = useState(false);
  const [day, setDay] = useState(today);
  const [note, setNote] = useState("");
  const errors = state.status === "failed" ? state.fieldErrors : {};
  const verb = isObjection ? "Noter l’opposition" : "Noter le retrait";
  if (!isOpen) {
    return (
      <Button variant="default" size="xs" onClick={() => setIsOpen(true)} aria-label={`${verb} : ${label}`}>
        {verb}…
      </Button>
    );
  }
  return (
    <form action={formAction} aria-label={`${verb} : ${label}`}>
      <input type="hidden" name="operation" value={operation} />
      <input type="hidden" name="consent" value={consentId} />
      <Stack gap="sm">
        <Notice tone="warning" title={describeConsequence(consequences)}>
          {consequences.length > 0 &&
            "Sans l’accord de son titulaire, un PRM ne peut plus participer (convention, art. 3.1 et 5.1.4). Demandez sa sortie à Enedis, 15 jours ouvrés avant la date voulue (art. 3.2.1) : l’enregistrer ici ne la fait pas. "}
          Un retrait enregistré ne se défait pas : le participant peut signer de nouveau.
        </Notice>
        <Group align="flex-start">
          <TextInput
            type="date"
            name="day"
            label={isObjection ? "Opposition reçue le" : "Retrait reçu le"}
            min={givenDay}
            max={today}
            value={day}
            onChange={({ currentTarget: { value } }) => setDay(value)}
            error={errors.day?.[0]}
            required
          />
          <TextInput
            name="note"
            label="Note"
            description="Comment il est arrivé : courrier, courriel…"
            maxLength={500}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value)}
            error={errors.note?.[0]}
          />
        </Group>
        <Group>
          <Button type="submit" color="red" loading={isPending}>
            {verb}
          </Button>
          <Button variant="default" onClick={() => setIsOpen(false)}>
            Ne rien changer
          </Button>
        </Group>
        {state.status === "failed" && (
          <Notice tone="danger" title="Rien n’est enregistré" live>
            {state.message}
          </Notice>
        )}
      </Stack>
    </form>
  );
}

function describeConsequence(prms: readonly string[]): string {
  if (prms.length === 0) return "Aucun PRM du périmètre n’en dépend";
  return prms.length === 1
    ? `Le PRM ${prms[0]} ne pourra plus participer`
    : `${prms.length} PRM ne pourront plus participer : ${prms.join(", ")}`;
}
