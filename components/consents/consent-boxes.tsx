"use client";

import { Checkbox, Fieldset, Stack } from "@mantine/core";

/** What one agrees to by annexe 4, by the name it is sent under. */
export type ConsentBox = "participation" | "curveCollection" | "organiserTransmission" | "supplierTransmission";

type ConsentBoxesProps = {
  legend: string;
  labels: Readonly<Record<ConsentBox, string>>;
  /** By name. */
  errors: Readonly<Record<string, string>>;
};

/** The boxes of the form that is signed, in its order. */
export function ConsentBoxes({ legend, labels, errors }: ConsentBoxesProps) {
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        {Object.entries(labels).map(([name, label]) => (
          <Checkbox key={name} name={name} value="true" label={label} error={errors[name]} />
        ))}
      </Stack>
    </Fieldset>
  );
}
