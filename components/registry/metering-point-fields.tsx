"use client";

import { Checkbox, NativeSelect } from "@mantine/core";
import { formatNumber } from "@/lib/format/format-number";
import { ENERGY_SOURCES, VOLTAGES } from "@/lib/format/perimeter-words";
import { CheckedField } from "./checked-field";
import { loadMeteringPointRule, type MeteringPointField } from "./field-rules";
import type { ErrorOf } from "./registry-form";

/** What is known of a metering point by people's own hand. */
export type PointFormValues = {
  readonly name: string;
  readonly address: string | null;
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
  readonly withdrawalContract: string | null;
  readonly latitudeDegrees: number | null;
  readonly longitudeDegrees: number | null;
  readonly voltage: "low" | "medium" | null;
  readonly meterNumber: string | null;
  readonly isMeterCommunicating: boolean | null;
  readonly subscribedPowerVa: number | null;
  readonly annualWithdrawalWh: number | null;
  readonly surfaceM2: number | null;
  readonly energySource: keyof typeof ENERGY_SOURCES | null;
  readonly isStorage: boolean;
};

const UNKNOWN_OPTION = { value: "", label: "Non renseigné" };
const VOLTAGE_OPTIONS = [UNKNOWN_OPTION, ...optionsOf(VOLTAGES)];
const SOURCE_OPTIONS = [UNKNOWN_OPTION, ...optionsOf(ENERGY_SOURCES)];
const METER_OPTIONS = [UNKNOWN_OPTION, { value: "yes", label: "Oui" }, { value: "no", label: "Non" }];

const TEXTS: readonly {
  readonly name: MeteringPointField;
  readonly label: string;
  readonly description?: string;
  readonly inputMode?: "numeric" | "decimal";
  readonly textOf: (point: PointFormValues) => string | null;
}[] = [
  { name: "name", label: "Nom du site", description: "Par exemple « Mairie »", textOf: ({ name }) => name },
  { name: "address", label: "Adresse du site", textOf: ({ address }) => address },
  {
    name: "latitude",
    label: "Latitude",
    description: "En degrés, par exemple 42,6986 : elle sert au contrôle de distance.",
    inputMode: "decimal",
    textOf: ({ latitudeDegrees }) => typed(latitudeDegrees),
  },
  {
    name: "longitude",
    label: "Longitude",
    inputMode: "decimal",
    textOf: ({ longitudeDegrees }) => typed(longitudeDegrees),
  },
  {
    name: "withdrawalContract",
    label: "Référence du contrat de soutirage",
    textOf: ({ withdrawalContract }) => withdrawalContract,
  },
  {
    name: "injectionContract",
    label: "Référence du contrat d’injection",
    description: "Producteurs : 10 chiffres, demandés par l’annexe 2",
    inputMode: "numeric",
    textOf: ({ injectionContract }) => injectionContract,
  },
  { name: "meterNumber", label: "Numéro du compteur", textOf: ({ meterNumber }) => meterNumber },
  {
    name: "subscribedPower",
    label: "Puissance souscrite, en kVA",
    inputMode: "decimal",
    textOf: ({ subscribedPowerVa }) => typed(subscribedPowerVa, 1000),
  },
  {
    name: "peakPower",
    label: "Puissance crête installée, en kW",
    description: "Producteurs",
    inputMode: "decimal",
    textOf: ({ peakPowerW }) => typed(peakPowerW, 1000),
  },
  {
    name: "annualWithdrawal",
    label: "Consommation annuelle estimée, en kWh",
    inputMode: "decimal",
    textOf: ({ annualWithdrawalWh }) => typed(annualWithdrawalWh, 1000),
  },
  {
    name: "surface",
    label: "Surface du bâtiment, en m²",
    inputMode: "numeric",
    textOf: ({ surfaceM2 }) => typed(surfaceM2),
  },
];

/** The fields of a metering point besides its PRM and its days; `point` absent: a new one. */
export function MeteringPointFields({ point, errorOf }: { point?: PointFormValues | undefined; errorOf: ErrorOf }) {
  return (
    <>
      {TEXTS.map(({ textOf, ...field }) => (
        <CheckedField
          key={field.name}
          {...field}
          loadRule={loadMeteringPointRule(field.name)}
          defaultValue={(point && textOf(point)) ?? ""}
          error={errorOf(field.name)}
          required={field.name === "name"}
        />
      ))}
      <NativeSelect
        name="voltage"
        label="Tension de raccordement"
        data={VOLTAGE_OPTIONS}
        defaultValue={point?.voltage ?? ""}
        maw={480}
      />
      <NativeSelect
        name="isMeterCommunicating"
        label="Compteur communicant"
        description="La convention le demande, avec la collecte de la courbe (art. 3.1)."
        data={METER_OPTIONS}
        defaultValue={yesOrNo(point?.isMeterCommunicating ?? null)}
        maw={480}
      />
      <NativeSelect
        name="energySource"
        label="Source d’énergie"
        description="Producteurs"
        data={SOURCE_OPTIONS}
        defaultValue={point?.energySource ?? ""}
        maw={480}
      />
      <Checkbox
        name="isStorage"
        label="Unité de stockage"
        description="Consommateur quand elle se charge, producteur quand elle se décharge (D. 315-5) : elle a les deux rôles."
        defaultChecked={point?.isStorage ?? false}
      />
    </>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

const yesOrNo = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");

/** A number as one would have typed it. */
function typed(value: number | null, perUnit = 1): string {
  return value === null ? "" : formatNumber(value / perUnit, { maxDecimals: 7 });
}
