"use client";

import { NativeSelect } from "@mantine/core";

const PRECISIONS = [
  { value: "1000", label: "0,1 % (une décimale)" },
  { value: "100", label: "0,01 % (deux décimales)" },
  { value: "10", label: "0,001 % (trois décimales)" },
  { value: "1", label: "0,0001 % (quatre décimales)" },
];

type PrecisionSelectProps = {
  label: string;
  /** [ppm] */
  unitPpm: number;
  error: string | undefined;
};

/** How finely coefficients are rounded. */
export function PrecisionSelect({ label, unitPpm, error }: PrecisionSelectProps) {
  return (
    <NativeSelect
      name="unitPpm"
      label={label}
      description="Arrondi au plus fort reste : la somme ne dépasse jamais 100 %."
      data={PRECISIONS}
      defaultValue={String(unitPpm)}
      error={error}
      maw={320}
    />
  );
}
