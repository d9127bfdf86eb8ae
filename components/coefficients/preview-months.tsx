"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import { formatPeriod } from "@/lib/format/format-date";
import { chooseEnergyUnit } from "@/lib/format/format-energy";
import type { TableColumn } from "@/lib/format/table-cells";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";
import styles from "./key-preview.module.css";

const PreviewMonthsPlot = dynamic(() => import("./preview-months-plot").then((module) => module.PreviewMonthsPlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

type PreviewMonthsProps = {
  preview: Pick<CoefficientPreview, "from" | "toExclusive" | "months">;
  fileName: string;
};

/** Month by month: what each key shares, beside what no key can exceed. */
export function PreviewMonths({ preview: { from, toExclusive, months }, fileName }: PreviewMonthsProps) {
  const unit = useMemo(() => {
    const chosen = chooseEnergyUnit(Math.max(0, ...months.map(({ boundWh }) => boundWh)));
    return chosen === "Wh" ? "kWh" : chosen;
  }, [months]);
  const columns = useMemo<readonly TableColumn[]>(() => {
    const energy = { kind: "energyWh", sum: true, unit, decimals: unit === "kWh" ? 1 : 3 } as const;
    return [
      { key: "from", label: "Mois", kind: "month" },
      { ...energy, key: "triedWh", label: "Autoconsommé, clé essayée" },
      { ...energy, key: "inForceWh", label: "Autoconsommé, clé en vigueur" },
      { ...energy, key: "boundWh", label: "Meilleur possible" },
      { ...energy, key: "productionWh", label: "Production" },
    ];
  }, [unit]);
  const rows = useMemo(() => months.map((month) => ({ id: month.from, cells: month })), [months]);
  const period = formatPeriod(from, toExclusive);
  return (
    <ChartFigure
      title="Autoconsommé par mois"
      subtitle={period}
      legend={<Legend />}
      columns={columns}
      rows={rows}
      fileName={fileName}
    >
      <PreviewMonthsPlot months={months} unit={unit} label={`Autoconsommé par mois, ${period}`} />
    </ChartFigure>
  );
}

function Legend() {
  return (
    <ul className={styles.legend}>
      <li data-legend-item>
        <span className={styles.swatch} data-mark="tried" aria-hidden="true" />
        Clé essayée
      </li>
      <li data-legend-item>
        <span className={styles.swatch} data-mark="inForce" aria-hidden="true" />
        Clé en vigueur
      </li>
      <li data-legend-item>
        <span className={styles.swatch} data-mark="bound" aria-hidden="true" />
        Meilleur possible
      </li>
    </ul>
  );
}
