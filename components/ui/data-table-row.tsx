"use client";

import Link from "next/link";
import { memo } from "react";
import {
  formatShown,
  formatTextCell,
  isNumericColumn,
  type ShownNumbers,
  type TableCell,
  type TableColumn,
} from "@/lib/format/table-cells";
import type { DataTableRowData } from "./data-table";
import { StatusBadge } from "./status-badge";

type DataTableRowProps = {
  columns: readonly TableColumn[];
  row: DataTableRowData;
  /** Its place in the rows given, and its place on the screen. */
  index: number;
  position: number;
  shown: ShownNumbers;
  hasActions: boolean;
};

export const DataTableRow = memo(function DataTableRow({
  columns,
  row,
  index,
  position,
  shown,
  hasActions,
}: DataTableRowProps) {
  return (
    <tr aria-rowindex={position + 2}>
      {columns.map((column, place) => {
        const content = isNumericColumn(column)
          ? formatShown(column, shown.get(column.key)?.[index])
          : renderText(column, row.cells[column.key]);
        if (place > 0) {
          return (
            <td key={column.key} data-numeric={isNumericColumn(column) || undefined} data-kind={column.kind}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" data-kind={column.kind}>
            {row.href ? (
              <Link href={row.href} prefetch={false} data-position={position}>
                {content}
              </Link>
            ) : (
              content
            )}
          </th>
        );
      })}
      {hasActions && <td data-no-print>{row.actions}</td>}
    </tr>
  );
});

function renderText(column: TableColumn, cell: TableCell | undefined) {
  const text = formatTextCell(column, cell);
  return cell && typeof cell === "object" ? <StatusBadge tone={cell.tone}>{text}</StatusBadge> : text;
}
