"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { CheckedField } from "@/components/registry/checked-field";
import { loadStartDayRule } from "@/components/registry/field-rules";
import { type RegistryAction, RegistryForm } from "@/components/registry/registry-form";
import { PRICE_KINDS, type PriceKind } from "@/lib/domain/tariffs/price-entry";
import { PRICE_KIND_WORDS } from "@/lib/format/price-words";
import { PriceFields, type PriceSubjects } from "./price-fields";
import { loadSourceRule } from "./price-rules";

type PriceFormProps = { operation: string; subjects: PriceSubjects; action: RegistryAction };

/** One price from a day on, whatever it is of: its fields follow what is chosen. */
export function PriceForm({ operation, subjects, action }: PriceFormProps) {
  const [kind, setKind] = useState<PriceKind>("supply");
  return (
    <RegistryForm label="Prix" submit="Enregistrer ce prix" action={action} hidden={{ operation }}>
      {(errorOf) => (
        <>
          <NativeSelect
            name="kind"
            label="Prix de"
            data={PRICE_KINDS.map((value) => ({ value, label: PRICE_KIND_WORDS[value] }))}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value as PriceKind)}
            error={errorOf("kind")}
            maw={480}
          />
          <PriceFields key={kind} kind={kind} subjects={subjects} errorOf={errorOf} />
          <CheckedField
            name="from"
            type="date"
            loadRule={loadStartDayRule}
            label="À partir du"
            error={errorOf("from")}
            required
          />
          <CheckedField
            name="source"
            loadRule={loadSourceRule}
            label="Source"
            description="Le contrat, la délibération ou la facture d’où vient ce prix ; aucun nom de personne."
            error={errorOf("source")}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
