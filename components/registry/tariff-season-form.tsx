"use client";

import { startDaySchema } from "@/lib/schemas/operation-fields";
import { seasonMonthsSchema } from "@/lib/schemas/tariff";
import { CheckedField } from "./checked-field";
import { type RegistryAction, RegistryForm } from "./registry-form";

type TariffSeasonFormProps = { operation: string; from: string; months: string; action: RegistryAction };

/** The high season of the operation from a day on. */
export function TariffSeasonForm({ operation, from, months, action }: TariffSeasonFormProps) {
  return (
    <RegistryForm label="Saison haute" submit="Enregistrer la saison haute" action={action} hidden={{ operation }}>
      {(errorOf) => (
        <>
          <CheckedField
            name="from"
            type="date"
            schema={startDaySchema}
            label="À partir du"
            defaultValue={from}
            error={errorOf("from")}
            required
          />
          <CheckedField
            name="highSeasonMonths"
            schema={seasonMonthsSchema}
            label="Mois de la saison haute"
            description="Des mois entiers, par exemple novembre à mars."
            defaultValue={months}
            error={errorOf("highSeasonMonths")}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
