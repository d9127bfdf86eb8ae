"use client";

import { CheckedField } from "./checked-field";
import { loadSeasonRule, loadStartDayRule } from "./field-rules";
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
            loadRule={loadStartDayRule}
            label="À partir du"
            defaultValue={from}
            error={errorOf("from")}
            required
          />
          <CheckedField
            name="highSeasonMonths"
            loadRule={loadSeasonRule}
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
