"use client";

import { FileInput, Textarea } from "@mantine/core";
import { CheckedField } from "@/components/registry/checked-field";
import { loadStartDayRule } from "@/components/registry/field-rules";
import { type RegistryAction, RegistryForm } from "@/components/registry/registry-form";
import { loadSourceRule } from "./price-rules";

type PriceTableFormProps = { operation: string; action: RegistryAction };

/** The contracts of many metering points at once, pasted or as a file. */
export function PriceTableForm({ operation, action }: PriceTableFormProps) {
  return (
    <RegistryForm label="Tableau de prix" submit="Vérifier le tableau" action={action} hidden={{ operation }}>
      {(errorOf) => (
        <>
          <Textarea
            name="table"
            label="Tableau copié d’un tableur"
            description="Une ligne par PRM, avec les titres : PRM, À partir du, Toutes heures, HP, HC, HPH, HCH, HPB, HCB, Formule de réseau, Option de réseau, Catégorie d’accise."
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
            error={errorOf("from")}
            required
          />
          <CheckedField
            name="source"
            loadRule={loadSourceRule}
            label="Source"
            description="Le contrat ou le marché d’où viennent ces prix."
            error={errorOf("source")}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
