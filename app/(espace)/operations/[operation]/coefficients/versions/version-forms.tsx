"use client";

import { Checkbox, Group, Radio, TextInput } from "@mantine/core";
import { ReasonField } from "@/components/registry/reason-field";
import { type ErrorOf, RegistryForm } from "@/components/registry/registry-form";
import { KEY_KIND_MEANINGS, KEY_KINDS } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import { copyKeyAction, createKeyDraftAction, sendKeyAction } from "./actions";

const VALUELESS_KINDS = ["default", "dynamic_simple", "dynamic_full"] as const;

type DayAndReasonProps = { errorOf: ErrorOf; minFrom: string; from: string };

function DayAndReason({ errorOf, minFrom, from }: DayAndReasonProps) {
  return (
    <>
      <TextInput
        type="date"
        name="from"
        label="Premier jour voulu"
        min={minFrom}
        defaultValue={from}
        error={errorOf("from")}
        required
        maw={320}
      />
      <ReasonField
        label="Motif"
        description="Il reste avec la version : la délibération, l’accord, ce qui a changé."
        errorOf={errorOf}
      />
    </>
  );
}

type NewVersionFormProps = {
  operation: string;
  minFrom: string;
  /** Proposed; `YYYY-MM-DD`. */
  from: string;
};

/** Starts a draft of a kind without values. */
export function NewVersionForm({ operation, minFrom, from }: NewVersionFormProps) {
  return (
    <RegistryForm
      label="Nouveau brouillon"
      submit="Créer le brouillon"
      action={createKeyDraftAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <Radio.Group name="kind" label="Type de clé" defaultValue="default" error={errorOf("kind")}>
            <Group mt="xs" align="flex-start">
              {VALUELESS_KINDS.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={capitalize(KEY_KINDS[kind])}
                  description={KEY_KIND_MEANINGS[kind]}
                />
              ))}
            </Group>
          </Radio.Group>
          <DayAndReason errorOf={errorOf} minFrom={minFrom} from={from} />
        </>
      )}
    </RegistryForm>
  );
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type VersionFormProps = { operation: string; version: string };

/** Makes a draft with the values of this version. */
export function CopyKeyForm({ operation, version, minFrom, from }: VersionFormProps & NewVersionFormProps) {
  return (
    <RegistryForm
      label="Revenir à cette version"
      submit="Créer un brouillon avec ces valeurs"
      action={copyKeyAction}
      hidden={{ operation, version }}
    >
      {(errorOf) => <DayAndReason errorOf={errorOf} minFrom={minFrom} from={from} />}
    </RegistryForm>
  );
}

type SendKeyFormProps = VersionFormProps & {
  /** `YYYY-MM-DD` */
  today: string;
  from: string;
  /** First day that the notice of a sending today reaches; null when none is due. */
  earliest: string | null;
};

/** Records that a version went to the DSO. */
export function SendKeyForm({ operation, version, today, from, earliest }: SendKeyFormProps) {
  return (
    <RegistryForm
      label="Envoyer au gestionnaire"
      submit="Enregistrer l’envoi"
      action={sendKeyAction}
      hidden={{ operation, version }}
    >
      {(errorOf) => (
        <>
          <TextInput
            type="date"
            name="sentDay"
            label="Envoyée le"
            description="Jour du courriel à l’interlocuteur de l’annexe 3 : le préavis se compte de là."
            defaultValue={today}
            max={today}
            error={errorOf("sentDay")}
            required
            maw={320}
          />
          {earliest !== null && (
            <Checkbox
              name="shortNotice"
              label={`Le gestionnaire a accepté cette date (${formatDay(from)})`}
              description={`À cocher seulement si le préavis est trop court : envoyée aujourd’hui, elle peut s’appliquer au plus tôt le ${formatDay(earliest)}.`}
              error={errorOf("shortNotice")}
            />
          )}
        </>
      )}
    </RegistryForm>
  );
}
