"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { RegistryForm } from "@/components/registry/registry-form";
import {
  announceKeyAction,
  announceToMissingAction,
  recordHandOverAction,
  retryAnnouncementsAction,
} from "./announcement-actions";

type VersionFormProps = { operation: string; version: string };

/** Makes the messages of a draft. */
export function AnnounceForm({ operation, version, count }: VersionFormProps & { count: number }) {
  const whom = count === 1 ? "au participant" : `aux ${count} participants`;
  return (
    <RegistryForm
      label="Annoncer la version"
      submit={count === 0 ? "Passer à l’envoi : personne n’est à prévenir" : `Annoncer ${whom}`}
      action={announceKeyAction}
      hidden={{ operation, version }}
    />
  );
}

/** Makes messages for those who came since. */
export function AnnounceToMissingForm({ operation, version, count }: VersionFormProps & { count: number }) {
  return (
    <RegistryForm
      label="Prévenir les nouveaux participants"
      submit={count === 1 ? "Prévenir aussi 1 participant" : `Prévenir aussi ${count} participants`}
      action={announceToMissingAction}
      hidden={{ operation, version }}
    />
  );
}

/** Sends again what did not go. */
export function RetryForm({ operation, version }: VersionFormProps) {
  return (
    <RegistryForm
      label="Réessayer les courriels"
      submit="Réessayer par courriel"
      action={retryAnnouncementsAction}
      hidden={{ operation, version }}
    />
  );
}

type HandOverFormProps = {
  operation: string;
  announcement: string;
  participant: string;
  /** `YYYY-MM-DD` */
  today: string;
};

/** Records the day of a letter, one row at a time. */
export function HandOverForm({ operation, announcement, participant, today }: HandOverFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => setIsOpen(true)}
        aria-label={`Remise en main propre : ${participant}`}
      >
        Remise le…
      </Button>
    );
  }
  return (
    <RegistryForm
      label={`Remise à ${participant}`}
      submit="Enregistrer"
      action={recordHandOverAction}
      hidden={{ operation, announcement }}
    >
      {(errorOf) => (
        <TextInput
          type="date"
          name="day"
          label="Remise le"
          max={today}
          defaultValue={today}
          error={errorOf("day")}
          required
        />
      )}
    </RegistryForm>
  );
}
