"use client";

import { Button, FileInput, Group, NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ConsentBoxes } from "@/components/consents/consent-boxes";
import { ConsentOutcome } from "@/components/consents/consent-outcome";
import { useConsentSending } from "@/components/consents/use-consent-sending";

const ACCEPTED = ".pdf,.png,.jpg,.jpeg";

const BOXES = {
  participation: "Participer à l’opération",
  curveCollection: "Relevé de la courbe de charge",
  organiserTransmission: "Transmission à l’organisateur",
  supplierTransmission: "Transmission au fournisseur",
};

type RecordConsentFormProps = {
  /** Where consents are sent. */
  address: string;
  participantId: string;
  isHlmTenant: boolean;
  points: readonly { readonly id: string; readonly prm: string; readonly name: string }[];
  /** `YYYY-MM-DD` */
  today: string;
};

/** Records what a participant signed, with the scan of it; of a HLM tenant, also that he was told. */
export function RecordConsentForm({ address, participantId, isHlmTenant, points, today }: RecordConsentFormProps) {
  const [kind, setKind] = useState(isHlmTenant ? "tenant_information" : "agreement");
  const { file, setFile, result, errors, isPending, send } = useConsentSending();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = [...new FormData(form).entries()].filter(([, value]) => typeof value === "string" && value !== "");
    void send(form, `${address}?${new URLSearchParams(fields as [string, string][])}`);
  }

  return (
    <form onSubmit={submit} aria-label="Enregistrer un consentement">
      <input type="hidden" name="participantId" value={participantId} />
      <Stack gap="md">
        {isHlmTenant ? (
          <Radio.Group name="kind" label="De quoi s’agit-il ?" value={kind} onChange={setKind} error={errors.kind}>
            <Group mt="xs">
              <Radio value="tenant_information" label="Le locataire a été informé de l’opération" />
              <Radio value="agreement" label="Le locataire a signé une autorisation" />
            </Group>
          </Radio.Group>
        ) : (
          <input type="hidden" name="kind" value="agreement" />
        )}
        <Group align="flex-start">
          <NativeSelect
            name="meteringPointId"
            label="Pour"
            data={[
              { value: "", label: "Tous ses PRM" },
              ...points.map(({ id, prm, name }) => ({ value: id, label: `${name} (${prm})` })),
            ]}
            error={errors.meteringPointId}
          />
          <TextInput
            type="date"
            name="givenDay"
            label={kind === "agreement" ? "Signé le" : "Informé le"}
            max={today}
            error={errors.givenDay}
            required
          />
          <TextInput
            type="date"
            name="expiryDay"
            label="Ne vaut plus à partir du"
            description="Vide : toute la durée de la convention"
            error={errors.expiryDay}
          />
        </Group>
        {kind === "agreement" && <ConsentBoxes legend="Ce que le participant a coché" labels={BOXES} errors={errors} />}
        <FileInput
          label="Document signé"
          description="PDF, PNG ou JPEG, 10 Mo au plus ; il peut être joint plus tard"
          placeholder="Choisir un fichier"
          accept={ACCEPTED}
          value={file}
          onChange={setFile}
          clearable
          maw={420}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            Enregistrer
          </Button>
        </Group>
        <ConsentOutcome result={result} title="Le consentement est enregistré" />
      </Stack>
    </form>
  );
}
