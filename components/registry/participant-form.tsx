"use client";

import { Checkbox, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { CheckedField } from "./checked-field";
import { loadParticipantRule } from "./field-rules";
import { type RegistryAction, RegistryForm } from "./registry-form";

export type ParticipantFormProps = {
  operation: string;
  action: RegistryAction;
  submit: string;
  /** Shown only in an operation managed as HLM, or for who is a tenant. */
  hasTenants: boolean;
  participant?: {
    readonly id: string;
    readonly kind: "natural" | "legal";
    readonly name: string;
    readonly legalId: string | null;
    readonly address: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly isTenant: boolean;
  };
};

const digitsOf14 = (text: string) => {
  const digits = text.replaceAll(/\s/g, "");
  return /^\d{1,13}$/.test(digits) ? `${digits.length} chiffres sur 14` : null;
};

/** Who takes part: a person or a body, and how to reach them. */
export function ParticipantForm({ operation, action, submit, hasTenants, participant }: ParticipantFormProps) {
  const [kind, setKind] = useState<string>(participant?.kind ?? "legal");
  return (
    <RegistryForm
      label="Participant"
      submit={submit}
      action={action}
      hidden={{ operation, ...(participant ? { participant: participant.id } : {}) }}
    >
      {(errorOf) => (
        <>
          <Radio.Group name="kind" label="Le participant est" value={kind} onChange={setKind} error={errorOf("kind")}>
            <Stack gap="xs" mt="xs">
              <Radio value="legal" label="Une personne morale : commune, entreprise, association" />
              <Radio value="natural" label="Une personne physique : un habitant" />
            </Stack>
          </Radio.Group>
          <CheckedField
            name="name"
            label={kind === "legal" ? "Nom" : "Prénom et nom"}
            loadRule={loadParticipantRule("name")}
            defaultValue={participant?.name}
            error={errorOf("name")}
            required
          />
          {kind === "legal" && (
            <CheckedField
              name="legalId"
              label="SIRET ou RNA"
              description="14 chiffres ; pour une association sans SIRET, W et 9 chiffres."
              loadRule={loadParticipantRule("legalId")}
              remark={digitsOf14}
              defaultValue={participant?.legalId ?? ""}
              error={errorOf("legalId")}
              required
            />
          )}
          <CheckedField
            name="address"
            label="Adresse"
            loadRule={loadParticipantRule("address")}
            defaultValue={participant?.address ?? ""}
            error={errorOf("address")}
          />
          <CheckedField
            name="email"
            label="Adresse électronique"
            inputMode="email"
            loadRule={loadParticipantRule("email")}
            defaultValue={participant?.email ?? ""}
            error={errorOf("email")}
          />
          <CheckedField
            name="phone"
            label="Téléphone"
            inputMode="tel"
            loadRule={loadParticipantRule("phone")}
            defaultValue={participant?.phone ?? ""}
            error={errorOf("phone")}
          />
          {(hasTenants || participant?.isTenant) && (
            <Checkbox
              name="isTenant"
              label="Locataire de l’organisme HLM (L. 315-2-1)"
              defaultChecked={participant?.isTenant ?? false}
            />
          )}
        </>
      )}
    </RegistryForm>
  );
}
