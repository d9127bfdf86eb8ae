"use client";

import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import styles from "./courbes.module.css";

type CurvePickerProps = Required<Pick<MultiSelectProps, "data">> & {
  picked: string[];
  maxCurves: number;
  onPick: (picked: string[]) => void;
};

/** Curves found by typing a part of their name, as many as a chart can carry. */
export function CurvePicker({ data, picked, maxCurves, onPick }: CurvePickerProps) {
  return (
    <MultiSelect
      className={styles.wide}
      label="Courbes"
      description={`Groupes, participants ou points de mesure ; ${maxCurves} au plus.`}
      placeholder={picked.length === 0 ? "Nom ou PRM" : undefined}
      data={data}
      value={picked}
      onChange={onPick}
      maxValues={maxCurves}
      nothingFoundMessage="Aucun site de ce nom"
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
      clearButtonProps={{ "aria-label": "Ne rien choisir" }}
    />
  );
}
