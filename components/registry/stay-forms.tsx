"use client";

import { Checkbox, Group, Radio, Stack } from "@mantine/core";
import { EXIT_CAUSES } from "@/lib/format/perimeter-words";
import { CheckedField } from "./checked-field";
import { loadStartDayRule } from "./field-rules";
import { RoleChoice } from "./metering-point-form";
import { type RegistryAction, RegistryForm } from "./registry-form";

/** A stay in the perimeter that something may be decided about. */
export type DecidableStay = { readonly id: string; readonly role: "consumer" | "producer" };

type StayFormProps = {
  operation: string;
  prm: string;
  /** Those of the same days; a storage unit's two go together. */
  stays: readonly DecidableStay[];
  isStorage: boolean;
  action: RegistryAction;
};

const ROLE_LABELS = { consumer: "Consommateur", producer: "Producteur" } as const;

/** Plans or records an exit: its day, its cause, and which role leaves when there are two. */
export function ExitForm({ operation, prm, stays, isStorage, action }: StayFormProps) {
  return (
    <RegistryForm
      label="Sortie"
      submit="Enregistrer la sortie"
      action={action}
      hidden={{ operation, prm, kind: "exit" }}
    >
      {(errorOf) => (
        <>
          <StayChoice stays={stays} isStorage={isStorage} error={errorOf("stays")} />
          <DayField label="Date de sortie" description="Le premier jour qui ne compte plus" error={errorOf("day")} />
          <Radio.Group name="cause" label="Cause" defaultValue="organiser" error={errorOf("cause")}>
            <Stack gap="xs" mt="xs">
              {Object.entries(EXIT_CAUSES).map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
    </RegistryForm>
  );
}

type CorrectionFormProps = StayFormProps & { what: "entry" | "exit"; day: string };

/** Sets the day that the operator gave instead of the one asked for, which stays known. */
export function CorrectionForm({ operation, prm, stays, isStorage, action, what, day }: CorrectionFormProps) {
  const label = what === "entry" ? "Corriger la date d’entrée" : "Corriger la date de sortie";
  return (
    <RegistryForm label={label} submit={label} action={action} hidden={{ operation, prm, kind: `correct_${what}` }}>
      {(errorOf) => (
        <>
          <StayChoice stays={stays} isStorage={isStorage} error={errorOf("stays")} />
          <DayField
            label={what === "entry" ? "Date d’entrée effective" : "Date de sortie effective"}
            description="La date demandée reste connue."
            day={day}
            error={errorOf("day")}
          />
        </>
      )}
    </RegistryForm>
  );
}

/** Gives up a planned entry, or an exit. */
export function CancelForm({ operation, prm, stays, action, what }: StayFormProps & { what: "entry" | "exit" }) {
  const label = what === "entry" ? "Annuler l’entrée prévue" : "Annuler la sortie";
  return (
    <RegistryForm
      label={label}
      submit={label}
      action={action}
      hidden={{ operation, prm, kind: `cancel_${what}` }}
      isDestructive
    >
      {() => <HiddenStays stays={stays} />}
    </RegistryForm>
  );
}

/** Makes a metering point of the registry enter again, or in another role. */
export function EntryForm({ operation, prm, isStorage, action }: Omit<StayFormProps, "stays">) {
  return (
    <RegistryForm label="Nouvelle entrée" submit="Enregistrer l’entrée" action={action} hidden={{ operation, prm }}>
      {(errorOf) => (
        <>
          {isStorage ? (
            <>
              <input type="hidden" name="roles" value="consumer" />
              <input type="hidden" name="roles" value="producer" />
            </>
          ) : (
            <RoleChoice error={errorOf("roles")} />
          )}
          <DayField label="Date d’entrée" description="Le premier jour qui compte" error={errorOf("day")} />
        </>
      )}
    </RegistryForm>
  );
}

function StayChoice({
  stays,
  isStorage,
  error,
}: Pick<StayFormProps, "stays" | "isStorage"> & { error: string | undefined }) {
  if (isStorage || stays.length < 2) return <HiddenStays stays={stays} />;
  return (
    <Checkbox.Group label="Rôles concernés" error={error} defaultValue={stays.map(({ id }) => id)}>
      <Group mt="xs">
        {stays.map(({ id, role }) => (
          <Checkbox key={id} name="stays" value={id} label={ROLE_LABELS[role]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function HiddenStays({ stays }: Pick<StayFormProps, "stays">) {
  return stays.map(({ id }) => <input key={id} type="hidden" name="stays" value={id} />);
}

type DayFieldProps = { label: string; description: string; day?: string; error: string | undefined };

function DayField({ day = "", ...field }: DayFieldProps) {
  return <CheckedField name="day" type="date" loadRule={loadStartDayRule} defaultValue={day} required {...field} />;
}
