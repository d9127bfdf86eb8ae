"use client";

import { termOfWord } from "@/components/help/term-of-word";
import type { TableSort } from "@/lib/format/arrange-rows";
import { columnUnit, isNumericColumn, type TableColumn } from "@/lib/format/table-cells";
import styles from "./data-table.module.css";
import { HelpTerm } from "./help-term";
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

/** Each header is a button: ascending, descending, then the order the rows came in. A word of the glossary opens it. */
export function DataTableHeader({ columns, sort, onSort, hasActions }: DataTableHeaderProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sort?.key === column.key ? sort.direction : undefined;
          const unit = columnUnit(column);
          const term = termOfWord(column.label);
          return (
            <th
              key={column.key}
              scope="col"
              // Cells are read with the name of their column, not with that of its definition.
              aria-label={unit ? `${column.label} (${unit})` : column.label}
              aria-sort={direction}
              data-numeric={isNumericColumn(column) || undefined}
            >
              <div className={styles.heading}>
                <button type="button" className={styles.sort} onClick={() => onSort(nextSort(column.key, sort))}>
                  <span>
                    {column.label}
                    {unit && <span className={styles.unit}>{` (${unit})`}</span>}
                  </span>
                  <Icon name={ICONS[direction ?? "none"]} size={14} />
                </button>
                {term && (
                  <HelpTerm term={term} isMark>
                    {column.label}
                  </HelpTerm>
                )}
              </div>
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
