"use client";

import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  acceptRequestAction,
  prepareRequestAction,
  reportAnomalyAction,
  sendRequestAction,
  takeRequestEffectAction,
  withdrawRequestAction,
} from "@/app/(espace)/operations/[operation]/echeances/demandes/actions";
import styles from "@/app/(espace)/operations/[operation]/echeances/demandes/requests.module.css";
import { type ErrorOf, RegistryForm } from "@/components/registry/registry-form";
import { REQUEST_SUBJECTS } from "@/lib/domain/requests/request-progress";
import { formatDay } from "@/lib/format/format-date";
import { REQUEST_SUBJECTS_TEXTS } from "@/lib/format/request-words";

type Address = { operation: string; request: string };

/** `YYYY-MM-DD` */
type Dated = Address & { today: string };

/** Makes the workbook and the letter. */
export function PrepareForm({ isReady, ...hidden }: Address & { isReady: boolean }) {
  return (
    <RegistryForm
      label="Fichiers à envoyer"
      submit={isReady ? "Refaire les fichiers" : "Préparer les fichiers"}
      action={prepareRequestAction}
      hidden={hidden}
    />
  );
}

type DayFieldProps = { name: string; label: string; description?: string; day: string; max?: string; errorOf: ErrorOf };

function DayField({ name, label, description, day, max, errorOf }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      name={name}
      label={label}
      description={description}
      defaultValue={day}
      error={errorOf(name)}
      required
      maw={320}
      {...(max === undefined ? {} : { max })}
    />
  );
}

/** Records that it left. */
export function SendForm({ today, isShort, wantedDay, ...hidden }: Dated & { isShort: boolean; wantedDay: string }) {
  return (
    <RegistryForm
      label="Envoi au gestionnaire"
      submit="Enregistrer l’envoi"
      action={sendRequestAction}
      hidden={{ ...hidden }}
    >
      {(errorOf) => (
        <>
          <DayField
            name="day"
            label="Envoyée le"
            description="Les délais se comptent de ce jour."
            day={today}
            max={today}
            errorOf={errorOf}
          />
          {isShort && (
            <Checkbox
              name="shortNotice"
              label={`Le gestionnaire accepte un effet le ${formatDay(wantedDay)} malgré un préavis trop court`}
              error={errorOf("shortNotice")}
            />
          )}
        </>
      )}
    </RegistryForm>
  );
}

/** Records that the operator accepted, and from when on it holds. */
export function AcceptForm({ today, wantedDay, ...hidden }: Dated & { wantedDay: string }) {
  return (
    <RegistryForm
      label="Acceptation"
      submit="Enregistrer l’acceptation"
      action={acceptRequestAction}
      hidden={{ ...hidden }}
    >
      {(errorOf) => (
        <Group align="flex-end">
          <DayField name="day" label="Acceptée le" day={today} max={today} errorOf={errorOf} />
          <DayField name="effectDay" label="Date d’effet donnée" day={wantedDay} errorOf={errorOf} />
        </Group>
      )}
    </RegistryForm>
  );
}

type Site = { id: string; label: string };

/** Records what the operator asks to mend: one line for each thing. */
export function AnomalyForm({ today, sites, ...hidden }: Dated & { sites: readonly Site[] }) {
  const [rows, setRows] = useState([0]);
  return (
    <RegistryForm label="Anomalie" submit="Enregistrer l’anomalie" action={reportAnomalyAction} hidden={{ ...hidden }}>
      {(errorOf) => (
        <>
          <DayField name="day" label="Reçue le" day={today} max={today} errorOf={errorOf} />
          {rows.map((row, n) => (
            <fieldset key={row} className={styles.shares}>
              <legend>À corriger{rows.length > 1 && ` (${n + 1})`}</legend>
              <NativeSelect
                name="subject"
                label="Ce que l’anomalie concerne"
                data={REQUEST_SUBJECTS.map((value) => ({ value, label: REQUEST_SUBJECTS_TEXTS[value] }))}
                maw={480}
              />
              <NativeSelect
                name="point"
                label="PRM"
                data={[
                  { value: "", label: "toute la demande" },
                  ...sites.map(({ id, label }) => ({ value: id, label })),
                ]}
                maw={480}
              />
              <Textarea
                name="text"
                label="Texte du gestionnaire"
                error={errorOf("problems")}
                maxLength={500}
                autosize
                minRows={2}
                required
              />
            </fieldset>
          ))}
          <Group>
            <Button variant="default" size="xs" onClick={() => setRows([...rows, (rows.at(-1) ?? 0) + 1])}>
              Ajouter une chose à corriger
            </Button>
          </Group>
        </>
      )}
    </RegistryForm>
  );
}

/** Gives the request up. */
export function WithdrawForm({ today, ...hidden }: Dated) {
  return (
    <RegistryForm
      label="Retrait"
      submit="Retirer la demande"
      action={withdrawRequestAction}
      hidden={{ ...hidden }}
      isDestructive
    >
      {(errorOf) => <DayField name="day" label="Retirée le" day={today} max={today} errorOf={errorOf} />}
    </RegistryForm>
  );
}

/** Tries again what the daily job could not do. */
export function TakeEffectForm(hidden: Address) {
  return (
    <RegistryForm
      label="Prise d’effet"
      submit="Appliquer maintenant"
      action={takeRequestEffectAction}
      hidden={{ ...hidden }}
    />
  );
}
