"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import { isCivilDate } from "@/lib/domain/time/civil-date";
import { formatLongDay } from "@/lib/format/format-date";

const WORKING_DAYS = 10; // convention, art. 5.1.1 and 5.1.4

type ProofFormProps = {
  /** Of the archive, without its day. */
  address: string;
  participantId?: string;
  /** `YYYY-MM-DD` */
  today: string;
};

/** The proof the operator asks for, in one click, and the last day to produce it. */
export function ProofForm({ address, participantId, today }: ProofFormProps) {
  const [requestedOn, setRequestedOn] = useState(today);
  const dueOn = isCivilDate(requestedOn) ? addWorkingDays(requestedOn, WORKING_DAYS) : null;
  return (
    <form action={address} method="get" aria-label="Justificatif">
      {participantId && <input type="hidden" name="participant" value={participantId} />}
      <Group align="flex-end">
        <TextInput
          type="date"
          name="requestedOn"
          label="Demande écrite d’Enedis reçue le"
          value={requestedOn}
          onChange={({ currentTarget: { value } }) => setRequestedOn(value)}
          min="2000-01-01"
          max="2199-12-31"
          required
        />
        <Button type="submit" variant="default">
          Télécharger le justificatif (.zip)
        </Button>
      </Group>
      {dueOn !== null && (
        <p aria-live="polite">
          À produire au plus tard le <strong>{formatLongDay(dueOn)}</strong> (10 jours ouvrés).
        </p>
      )}
    </form>
  );
}
