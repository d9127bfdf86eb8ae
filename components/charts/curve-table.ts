import type { TableColumn, TableRow } from "@/lib/format/table-cells";
import type { CurvePlotData } from "./curve-plot-data";
import { describeValue, nameStretch } from "./describe-stretch";

/** The columns of a plot's table: when, then each curve's energy and mean power, and what it is compared with. */
export function curveTableColumns({ curves, otherLabel, isByStep }: CurvePlotData): TableColumn[] {
  return [
    { key: "time", label: "Heure de Paris", kind: "text" },
    ...curves.flatMap(({ id, label, otherW }): TableColumn[] => [
      { key: `${id}|energy`, label: `${label}, énergie`, kind: "energyWh", sum: true, decimals: isByStep ? 3 : 1 },
      { key: `${id}|mean`, label: `${label}, puissance moyenne`, kind: "powerW", decimals: 2 },
      ...(otherW
        ? [{ key: `${id}|other`, label: `${label}, ${otherLabel}`, kind: "powerW", decimals: 2 } as const]
        : []),
    ]),
    { key: "said", label: "À savoir", kind: "text" },
  ];
}

/** A line for each stretch. */
export function curveTableRows(data: CurvePlotData): TableRow[] {
  return data.startsMs.map((startMs, index) => {
    const cells: Record<string, string | number | null> = { time: nameStretch(data, index) };
    for (const { id, meanW, energyWh, otherW } of data.curves) {
      cells[`${id}|energy`] = energyWh[index] ?? null;
      cells[`${id}|mean`] = meanW[index] ?? null;
      if (otherW) cells[`${id}|other`] = otherW[index] ?? null;
    }
    const said = data.curves
      .filter(({ states }) => states[index] !== "m")
      .map((curve) => `${curve.label} : ${describeValue(curve, index)}`);
    return { id: String(startMs), cells: { ...cells, said: said.join(" ; ") || null } };
  });
}
