"use client";

import { CheckedField } from "@/components/registry/checked-field";
import { RegistryForm } from "@/components/registry/registry-form";
import { factorSourceSchema, factorYearSchema, gramsSchema, optionalGramsSchema } from "@/lib/schemas/carbon-factor";
import { startDaySchema } from "@/lib/schemas/operation-fields";
import { setCarbonFactorAction } from "./actions";

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
            schema={startDaySchema}
            label="À partir du"
            defaultValue={initial.from}
            error={errorOf("from")}
            required
          />
          <CheckedField
            name="gridGramsPerKwh"
            schema={gramsSchema}
            label="Un kWh du réseau émet, en g CO₂e"
            inputMode="decimal"
            defaultValue={initial.grid}
            error={errorOf("gridGramsPerKwh")}
            required
          />
          <CheckedField
            name="ownGramsPerKwh"
            schema={optionalGramsSchema}
            label="Un kWh des toits émet, en g CO₂e"
            description="Fabrication et fin de vie comprises ; laissez vide pour ne pas le compter. Ne le comptez qu’à côté d’un facteur du réseau établi de la même façon, en cycle de vie."
            inputMode="decimal"
            error={errorOf("ownGramsPerKwh")}
          />
          <CheckedField
            name="source"
            schema={factorSourceSchema}
            label="Source"
            description="Qui publie ce facteur et sous quel nom : elle est écrite avec les chiffres."
            defaultValue={initial.source}
            error={errorOf("source")}
            required
          />
          <CheckedField
            name="year"
            schema={factorYearSchema}
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
