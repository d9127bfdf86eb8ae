"use client";

import { FileInput, Textarea } from "@mantine/core";
import { CheckedField } from "./checked-field";
import { loadStartDayRule } from "./field-rules";
import { type RegistryAction, RegistryForm } from "./registry-form";

type TariffTableFormProps = { operation: string; from: string; action: RegistryAction };

/** The off-peak hours of many metering points at once, pasted or as a file. */
export function TariffTableForm({ operation, from, action }: TariffTableFormProps) {
  return (
    <RegistryForm label="Tableau d’heures creuses" submit="Vérifier le tableau" action={action} hidden={{ operation }}>
      {(errorOf) => (
        <>
          <Textarea
            name="table"
            label="Tableau copié d’un tableur"
            description="Une ligne par PRM, avec les titres : PRM, À partir du, Tarif (Base, HP/HC, 4 postes), Heures creuses."
            error={errorOf("table")}
            styles={{ error: { whiteSpace: "pre-line" }, input: { fontVariantNumeric: "tabular-nums" } }}
            autosize
            minRows={4}
            maxRows={14}
          />
          <FileInput
            name="file"
            label="Ou un fichier CSV"
            placeholder="Choisir un fichier"
            accept=".csv,.txt"
            error={errorOf("file")}
            maw={480}
            clearable
          />
          <CheckedField
            name="from"
            type="date"
            loadRule={loadStartDayRule}
            label="À partir du"
            description="Pour les lignes qui ne disent pas leur jour."
            defaultValue={from}
            error={errorOf("from")}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
