"use client";

import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import type { TableColumn, TableRow } from "@/lib/format/table-cells";
import styles from "./data-table.module.css";
import { downloadTable, tableBody, tableHeader } from "./download-table";
import { Icon } from "./icon";

type DataTableToolbarProps = {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  order: readonly number[];
  fileName: string | undefined;
  search: string;
  /** Absent when there is nothing to filter. */
  onSearch: ((search: string) => void) | undefined;
};

/** Filter, count, copy and download of the rows on the screen, in their order. */
export function DataTableToolbar({ caption, columns, rows, order, fileName, search, onSearch }: DataTableToolbarProps) {
  const id = useId();
  const [outcome, setOutcome] = useState("");

  const shownRows = () => order.map((index) => rows[index] as TableRow);

  const copy = async () => {
    const { toCsvCell } = await import("@/lib/format/to-csv");
    const table = [tableHeader(columns), ...tableBody(columns, shownRows())];
    const lines = table.map((row) => row.map((cell) => toCsvCell(cell).replace(/\s/g, " ")).join("\t"));
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      setOutcome(formatCount(order.length, "ligne copiée", "lignes copiées"));
    } catch {
      setOutcome("Le navigateur refuse la copie : téléchargez le CSV.");
    }
  };

  return (
    <div className={styles.toolbar} data-no-print>
      {onSearch && (
        <div className={styles.search}>
          <label htmlFor={id} className={styles.caption}>
            Filtrer : {caption}
          </label>
          <Icon name="search" />
          <input
            id={id}
            type="search"
            placeholder="Filtrer"
            value={search}
            onChange={({ currentTarget }) => onSearch(currentTarget.value)}
          />
        </div>
      )}
      <p className={styles.count} aria-live="polite">
        {outcome ||
          (order.length < rows.length
            ? `${formatNumber(order.length)} sur ${formatCount(rows.length, "ligne", "lignes")}`
            : formatCount(rows.length, "ligne", "lignes"))}
      </p>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<Icon name="copy" size={16} />}
        onClick={() => void copy()}
      >
        Copier
      </Button>
      {fileName && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<Icon name="download" size={16} />}
          onClick={() => void downloadTable(columns, shownRows(), fileName)}
        >
          CSV
        </Button>
      )}
    </div>
  );
}
