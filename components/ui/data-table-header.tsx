"use client";

import type { TableSort } from "@/lib/format/arrange-rows";
import { columnUnit, isNumericColumn, type TableColumn } from "@/lib/format/table-cells";
import styles from "./data-table.module.css";
import { Icon, type IconName } from "./icon";

type DataTableHeaderProps = {
  columns: readonly TableColumn[];
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  hasActions: boolean;
};

const ICONS: Readonly<Record<"ascending" | "descending" | "none", IconName>> = {
  ascending: "up",
  descending: "down",
  none: "sort",
};

/** Each header is a button: ascending, descending, then the order the rows came in. */
export function DataTableHeader({ columns, sort, onSort, hasActions }: DataTableHeaderProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sort?.key === column.key ? sort.direction : undefined;
          const unit = columnUnit(column);
          return (
            <th key={column.key} scope="col" aria-sort={direction} data-numeric={isNumericColumn(column) || undefined}>
              <button type="button" className={styles.sort} onClick={() => onSort(nextSort(column.key, sort))}>
                <span>
                  {column.label}
                  {unit && <span className={styles.unit}>{` (${unit})`}</span>}
                </span>
                <Icon name={ICONS[direction ?? "none"]} size={14} />
              </button>
            </th>
          );
        })}
        {hasActions && (
          <th scope="col" data-no-print>
            <span className={styles.caption}>Actions</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function nextSort(key: string, sort: TableSort | null): TableSort | null {
  if (sort?.key !== key) return { key, direction: "ascending" };
  return sort.direction === "ascending" ? { key, direction: "descending" } : null;
}
