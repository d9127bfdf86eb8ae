"use client";

import { formatShown, isNumericColumn, type ShownNumbers, sumShown, type TableColumn } from "@/lib/format/table-cells";

type DataTableFooterProps = {
  columns: readonly TableColumn[];
  shown: ShownNumbers;
  /** The rows on the screen: the sums are theirs. */
  order: readonly number[];
  isFiltered: boolean;
  hasActions: boolean;
};

/** The sums of what is shown, figure for figure; « – » when one of them is unknown. */
export function DataTableFooter({ columns, shown, order, isFiltered, hasActions }: DataTableFooterProps) {
  if (!columns.some(({ sum }) => sum) || order.length === 0) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, place) => {
          if (place === 0) {
            return (
              <th key={column.key} scope="row">
                {isFiltered ? "Total des lignes affichées" : "Total"}
              </th>
            );
          }
          const values = column.sum ? order.map((index) => shown.get(column.key)?.[index] ?? null) : null;
          const unknown = values?.filter((value) => value === null).length ?? 0;
          return (
            <td
              key={column.key}
              data-numeric={isNumericColumn(column) || undefined}
              title={unknown > 0 ? `Pas de total : ${unknown} valeur(s) inconnue(s)` : undefined}
            >
              {values && formatShown(column, sumShown(column, values))}
            </td>
          );
        })}
        {hasActions && <td data-no-print />}
      </tr>
    </tfoot>
  );
}
