"use client";

import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ErrorOf, RegistryForm } from "@/components/registry/registry-form";
import { YEAR_SHAPES } from "@/lib/format/forecast-words";
import { setForecastTableAction, setForecastYearAction } from "./actions";

type ForecastFormProps = {
  operation: string;
  /** The years of the operation, by the first day of their first month. */
  years: readonly { value: string; label: string }[];
};

/** Twelve months copied from a spreadsheet. */
export function ForecastTableForm({ operation, years }: ForecastFormProps) {
  return (
    <RegistryForm
      label="Prévision mois par mois"
      submit="Vérifier les douze mois"
      action={setForecastTableAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <YearAndSource years={years} errorOf={errorOf} />
          <Textarea
            name="table"
            label="Douze lignes copiées d’un tableur"
            description="Une ligne par mois, en kWh : production, soutirage, autoconsommé (ou son taux, avec %). Le nom du mois peut venir devant : chaque ligne va alors à son mois ; une case vide n’est pas un zéro."
            error={errorOf("table")}
            styles={{ error: { whiteSpace: "pre-line" }, input: { fontVariantNumeric: "tabular-nums" } }}
            autosize
            minRows={6}
            maxRows={14}
          />
        </>
      )}
    </RegistryForm>
  );
}

const shapes = (...keys: readonly (keyof typeof YEAR_SHAPES)[]) =>
  keys.map((value) => ({ value, label: YEAR_SHAPES[value] }));

/** The totals of a year, spread over its months by a profile. */
export function ForecastYearForm({ operation, years }: ForecastFormProps) {
  return (
    <RegistryForm
      label="Prévision d’une année"
      submit="Répartir sur douze mois"
      action={setForecastYearAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <YearAndSource years={years} errorOf={errorOf} />
          <TextInput
            name="production"
            label="Production de l’année, en kWh"
            inputMode="decimal"
            error={errorOf("production")}
            maw={320}
          />
          <NativeSelect
            name="productionShape"
            label="Répartition de la production"
            data={shapes("solar_roof", "even")}
            error={errorOf("productionShape")}
            maw={480}
          />
          <TextInput
            name="rate"
            label="Taux d’autoconsommation prévu, en %"
            description="La part de la production utilisée dans l’opération ; vide si elle n’est pas prévue."
            inputMode="decimal"
            error={errorOf("rate")}
            maw={320}
          />
          <TextInput
            name="withdrawal"
            label="Soutirage de l’année, en kWh"
            inputMode="decimal"
            error={errorOf("withdrawal")}
            maw={320}
          />
          <NativeSelect
            name="withdrawalShape"
            label="Répartition du soutirage"
            data={shapes("public_building", "dwelling", "even")}
            error={errorOf("withdrawalShape")}
            maw={480}
          />
        </>
      )}
    </RegistryForm>
  );
}

function YearAndSource({ years, errorOf }: { years: ForecastFormProps["years"]; errorOf: ErrorOf }) {
  return (
    <>
      <NativeSelect name="from" label="Année de l’opération" data={[...years]} error={errorOf("from")} maw={480} />
      <TextInput
        name="source"
        label="Source"
        description="L’étude et sa date : elle est écrite avec la prévision."
        maxLength={200}
        error={errorOf("source")}
        required
        maw={640}
      />
    </>
  );
}
