"use client";

import { CheckedField } from "@/components/registry/checked-field";
import { loadStartDayRule } from "@/components/registry/field-rules";
import { RegistryForm } from "@/components/registry/registry-form";
import type { LoadRule } from "@/lib/schemas/load-rule";
import { setCarbonFactorAction } from "./actions";

const loadFactorRule =
  (rule: "gramsSchema" | "optionalGramsSchema" | "factorSourceSchema" | "factorYearSchema"): LoadRule =>
  async () =>
    (await import("@/lib/schemas/carbon-factor"))[rule];

type CarbonFactorFormProps = {
  operation: string;
  /** What the fields hold first: a published factor where none was told. */
  initial: { from: string; grid: string; source: string; year: string };
};

/** A factor, from a day on. */
export function CarbonFactorForm({ operation, initial }: CarbonFactorFormProps) {
  return (
    <RegistryForm
      label="Facteur d’émission"
      submit="Enregistrer le facteur"
      action={setCarbonFactorAction}
      hidden={{ operation }}
    >
      {(errorOf) => (
        <>
          <CheckedField
            name="from"
            type="date"
            loadRule={loadStartDayRule}
            label="À partir du"
            defaultValue={initial.from}
            error={errorOf("from")}
            required
          />
          <CheckedField
            name="gridGramsPerKwh"
            loadRule={loadFactorRule("gramsSchema")}
            label="Un kWh du réseau émet, en g CO₂e"
            inputMode="decimal"
            defaultValue={initial.grid}
            error={errorOf("gridGramsPerKwh")}
            required
          />
          <CheckedField
            name="ownGramsPerKwh"
            loadRule={loadFactorRule("optionalGramsSchema")}
            label="Un kWh des toits émet, en g CO₂e"
            description="Fabrication et fin de vie comprises ; laissez vide pour ne pas le compter. Ne le comptez qu’à côté d’un facteur du réseau établi de la même façon, en cycle de vie."
            inputMode="decimal"
            error={errorOf("ownGramsPerKwh")}
          />
          <CheckedField
            name="source"
            loadRule={loadFactorRule("factorSourceSchema")}
            label="Source"
            description="Qui publie ce facteur et sous quel nom : elle est écrite avec les chiffres."
            defaultValue={initial.source}
            error={errorOf("source")}
            required
          />
          <CheckedField
            name="year"
            loadRule={loadFactorRule("factorYearSchema")}
            label="Année du facteur"
            inputMode="numeric"
            defaultValue={initial.year}
            error={errorOf("year")}
            required
          />
        </>
      )}
    </RegistryForm>
  );
}
