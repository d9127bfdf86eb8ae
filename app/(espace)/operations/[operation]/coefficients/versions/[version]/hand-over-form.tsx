"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { RegistryForm } from "@/components/registry/registry-form";
import { recordHandOverAction } from "./announcement-actions";

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
      <Button variant="default" size="xs" onClick={() => setIsOpen(true)} aria-label={`Remise le… : ${participant}`}>
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
