"use client";

import { Button } from "@mantine/core";
import { isValidElement, type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { DataTable, type DataTableRowData } from "@/components/ui/data-table";
import { downloadTable } from "@/components/ui/download-table";
import { Icon } from "@/components/ui/icon";
import type { TableColumn } from "@/lib/format/table-cells";
import styles from "./chart-figure.module.css";
import { EnergyLegend, type LegendItem } from "./energy-legend";

export type ChartFigureProps = {
  title: string;
  /** The day or the period, in words. */
  subtitle: string;
  /** The flows of energy it shows, or a legend of its own. */
  legend: readonly LegendItem[] | ReactElement;
  /** A sentence under the chart: what is missing, what a mark means. */
  note?: ReactNode;
  /** The same figures as a table. */
  columns: readonly TableColumn[];
  rows: readonly DataTableRowData[];
  /** Of the CSV and the PNG, without extension. */
  fileName: string;
  /** The plot itself: it holds one SVG. */
  children: ReactNode;
};

/** A chart with what it must never come without: its words, its figures as a table, its files. */
export function ChartFigure({ title, subtitle, legend, note, columns, rows, fileName, children }: ChartFigureProps) {
  const figure = useRef<HTMLElement>(null);
  const titleId = useId();
  const [isTable, setIsTable] = useState(false);
  const [failure, setFailure] = useState("");

  const savePng = async () => {
    const { exportChartPng } = await import("./export-chart-png");
    const isSaved = figure.current && (await exportChartPng(figure.current, { title, subtitle, fileName }));
    setFailure(isSaved ? "" : "L’image n’a pas pu être faite : imprimez la page ou prenez le CSV.");
  };

  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={titleId}>
      <div className={styles.head}>
        <figcaption id={titleId} className={styles.title}>
          {title} <span className={styles.subtitle}>{subtitle}</span>
        </figcaption>
        <div className={styles.actions} data-no-print>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<Icon name={isTable ? "chart" : "table"} size={16} />}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? "Voir le graphique" : "Voir le tableau"}
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<Icon name="download" size={16} />}
            onClick={() => void downloadTable(columns, rows, fileName)}
          >
            CSV
          </Button>
          {!isTable && (
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<Icon name="download" size={16} />}
              onClick={() => void savePng()}
            >
              PNG
            </Button>
          )}
        </div>
      </div>
      {isTable ? (
        <DataTable caption={`${title}, ${subtitle}`} columns={columns} rows={rows} hasFilter={false} />
      ) : (
        <>
          {isValidElement(legend) ? legend : <EnergyLegend items={legend} />}
          <div data-plot className={styles.plot}>
            {children}
          </div>
        </>
      )}
      {note && <p className={styles.note}>{note}</p>}
      <p role="status" className={styles.note}>
        {failure}
      </p>
    </figure>
  );
}
