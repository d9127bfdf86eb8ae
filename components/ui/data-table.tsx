"use client";

import type { Route } from "next";
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from "react";
import { arrangeRows, type TableSort } from "@/lib/format/arrange-rows";
import { settleDecimals, type TableColumn, type TableRow, toShownNumbers } from "@/lib/format/table-cells";
import styles from "./data-table.module.css";
import { DataTableFooter } from "./data-table-footer";
import { DataTableHeader } from "./data-table-header";
import { DataTableRow } from "./data-table-row";
import { DataTableToolbar } from "./data-table-toolbar";
import { useRowKeys } from "./use-row-keys";
import { useRowWindow } from "./use-row-window";
import { useTableSearch } from "./use-table-search";

export type DataTableRowData = TableRow & {
  /** Where the row's first cell leads. */
  readonly href?: Route;
  /** Buttons at the end of the row. */
  readonly actions?: ReactNode;
};

export type DataTableProps = {
  /** What the table holds, for those who do not see the heading above it. */
  caption: string;
  /** The first one names the row. */
  columns: readonly TableColumn[];
  rows: readonly DataTableRowData[];
  /** Without extension; no download without it. */
  fileName?: string;
  initialSort?: TableSort;
  /** Shown from nine rows on unless told otherwise. */
  hasFilter?: boolean;
  /** Instead of the table when there are no rows. */
  empty?: ReactNode;
  /** The search parameter that carries the filter, so that a link keeps it. */
  searchParam?: string;
};

const WINDOWED_ABOVE = 200; // rows
const TALL_ABOVE = 20; // rows: below, the page scrolls rather than the table
const ROW_HEIGHT = 40; // px, as in the style sheet

/** A table one works in: sort, filter, sums of what is shown, copy, CSV, keyboard; long ones are windowed. */
export function DataTable({
  caption,
  columns: given,
  rows,
  fileName,
  initialSort,
  hasFilter,
  empty,
  searchParam,
}: DataTableProps) {
  const [search, setSearch] = useTableSearch(searchParam);
  const [sort, setSort] = useState<TableSort | null>(initialSort ?? null);
  const deferredSearch = useDeferredValue(search);
  const scroller = useRef<HTMLDivElement>(null);

  const columns = useMemo(() => settleDecimals(given, rows), [given, rows]);
  const shown = useMemo(() => toShownNumbers(columns, rows), [columns, rows]);
  const order = useMemo(
    () => arrangeRows(columns, rows, { search: deferredSearch, sort }),
    [columns, rows, deferredSearch, sort],
  );
  const isLong = rows.length > WINDOWED_ABOVE;
  const rowWindow = useRowWindow(scroller, { count: order.length, rowHeight: ROW_HEIGHT, threshold: WINDOWED_ABOVE });
  const onKeyDown = useRowKeys(scroller, { count: order.length, rowHeight: ROW_HEIGHT });
  const hasActions = rows.some(({ actions }) => actions);
  const width = columns.length + (hasActions ? 1 : 0);

  if (rows.length === 0 && empty) return empty;
  return (
    <div className={styles.block}>
      {rows.length > 0 && (
        <DataTableToolbar
          caption={caption}
          columns={columns}
          rows={rows}
          order={order}
          fileName={fileName}
          search={search}
          onSearch={(hasFilter ?? rows.length > 8) ? setSearch : undefined}
        />
      )}
      <section
        className={styles.scroller}
        data-tall={rows.length > TALL_ABOVE || undefined}
        ref={scroller}
        aria-label={caption}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <table className={styles.table} data-long={isLong || undefined} aria-rowcount={order.length + 1}>
          <caption className={styles.caption}>{caption}</caption>
          <DataTableHeader columns={columns} sort={sort} onSort={setSort} hasActions={hasActions} />
          <Spacer height={rowWindow.before} width={width} />
          <tbody>
            {order.slice(rowWindow.first, rowWindow.last).map((index, position) => (
              <DataTableRow
                key={rows[index]?.id}
                columns={columns}
                row={rows[index] as DataTableRowData}
                index={index}
                position={rowWindow.first + position}
                shown={shown}
                hasActions={hasActions}
              />
            ))}
            {order.length === 0 && (
              <tr>
                <td colSpan={width} className={styles.none}>
                  {rows.length === 0 ? "Aucune ligne." : `Aucune ligne ne correspond à « ${search} ».`}
                </td>
              </tr>
            )}
          </tbody>
          <Spacer height={rowWindow.after} width={width} />
          <DataTableFooter
            columns={columns}
            shown={shown}
            order={order}
            isFiltered={order.length < rows.length}
            hasActions={hasActions}
          />
        </table>
      </section>
    </div>
  );
}

function Spacer({ height, width }: { height: number; width: number }) {
  if (height === 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={width} style={{ height, padding: 0, border: 0 }} />
      </tr>
    </tbody>
  );
}
