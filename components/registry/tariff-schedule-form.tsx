"use client";

import { NativeSelect } from "@mantine/core";
import { TARIFF_STRUCTURES } from "@/lib/format/tariff-words";
import { CheckedField } from "./checked-field";
import { loadClockRangesRule, loadSeasonRule, loadStartDayRule } from "./field-rules";
import { type RegistryAction, RegistryForm } from "./registry-form";

/** What the form starts from. */
export type TariffScheduleFields = {
  readonly from: string;
  readonly structure: keyof typeof TARIFF_STRUCTURES;
  readonly offPeak: string;
  readonly lowSeasonOffPeak: string;
  readonly highSeasonMonths: string;
};

type TariffScheduleFormProps = { operation: string; prm: string; fields: TariffScheduleFields; action: RegistryAction };

/** The off-peak hours of a metering point from a day on. */
export function TariffScheduleForm({ operation, prm, fields, action }: TariffScheduleFormProps) {
  return (
    <RegistryForm
      label="Heures creuses"
      submit="Enregistrer les heures creuses"
      action={action}
      hidden={{ operation, prm }}
    >
      {(errorOf) => (
        <>
          <CheckedField
            name="from"
            type="date"
            loadRule={loadStartDayRule}
            label="À partir du"
            description="Le premier jour où ces heures valent, jusqu’aux suivantes. Le même jour qu’avant : une correction."
            defaultValue={fields.from}
            error={errorOf("from")}
            required
          />
          <NativeSelect
            name="structure"
            label="Tarif"
            data={Object.entries(TARIFF_STRUCTURES).map(([value, label]) => ({ value, label }))}
            defaultValue={fields.structure}
            error={errorOf("structure")}
            maw={480}
          />
          <CheckedField
            name="offPeak"
            loadRule={loadClockRangesRule}
            label="Heures creuses"
            description="Comme sur la facture, par exemple 22h30-6h30 ; rien pour un tarif Base."
            defaultValue={fields.offPeak}
            error={errorOf("offPeak")}
          />
          <CheckedField
            name="lowSeasonOffPeak"
            loadRule={loadClockRangesRule}
            label="Heures creuses de la saison basse"
            description="Seulement si elles ne sont pas les mêmes l’été."
            defaultValue={fields.lowSeasonOffPeak}
            error={errorOf("lowSeasonOffPeak")}
          />
          <CheckedField
            name="highSeasonMonths"
            loadRule={loadSeasonRule}
            label="Mois de la saison haute"
            description="Seulement si ce ne sont pas ceux de l’opération, par exemple novembre à mars."
            defaultValue={fields.highSeasonMonths}
            error={errorOf("highSeasonMonths")}
          />
        </>
      )}
    </RegistryForm>
  );
}
