"use client";

import { useCallback, useRef } from "react";
import { useRowWindow } from "@/components/ui/use-row-window";
import type { Edit } from "./edit-history";
import { ShareRow, type ShareRowData } from "./share-row";
import type { TypedShare } from "./share-sheet";
import styles from "./share-table.module.css";

type ShareTableProps = {
  rows: readonly ShareRowData[];
  shares: readonly TypedShare[];
  onEdit: (edit: Edit) => void;
  onPasteCells: (index: number, text: string) => boolean;
};

const WINDOWED_ABOVE = 100; // rows
const TALL_ABOVE = 15; // rows: below, the page scrolls rather than the table
const ROW_HEIGHT = 64; // px, as in the style sheet
const COLUMNS = 4;

/** The shares of all consumers, one field a row; a thousand of them are windowed. */
export function ShareTable({ rows, shares, onEdit, onPasteCells }: ShareTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = rows.length > WINDOWED_ABOVE;
  const shown = useRowWindow(scroller, { count: rows.length, rowHeight: ROW_HEIGHT, threshold: WINDOWED_ABOVE });

  const onMove = useCallback((index: number) => focusShare(scroller.current, index), []);

  return (
    <div className={styles.scroller} data-tall={rows.length > TALL_ABOVE || undefined} ref={scroller}>
      <table className={styles.table} data-long={isLong || undefined} aria-rowcount={rows.length + 1}>
        <caption className={styles.caption}>Part de chaque consommateur</caption>
        <thead>
          <tr>
            <th scope="col">Consommateur</th>
            <th scope="col" data-numeric className={styles.wide}>
              Consommation annuelle
            </th>
            <th scope="col" data-numeric>
              Part (%)
            </th>
            <th scope="col">Verrou</th>
          </tr>
        </thead>
        <Spacer height={shown.before} />
        <tbody>
          {rows.slice(shown.first, shown.last).map((row, position) => {
            const index = shown.first + position;
            return (
              <ShareRow
                key={row.id}
                row={row}
                index={index}
                share={shares[index] as TypedShare}
                onEdit={onEdit}
                onMove={onMove}
                onPasteCells={onPasteCells}
              />
            );
          })}
        </tbody>
        <Spacer height={shown.after} />
      </table>
    </div>
  );
}

/** Goes to the field of a row, which is rendered once the table has scrolled to it. */
function focusShare(scroller: HTMLDivElement | null, index: number): void {
  const find = () => scroller?.querySelector<HTMLInputElement>(`[data-share="${index}"]`);
  const go = (field: HTMLInputElement | null | undefined) => {
    field?.focus();
    field?.select();
  };
  if (!scroller || index < 0) return;
  if (find()) go(find());
  else {
    scroller.scrollTop = index * ROW_HEIGHT;
    requestAnimationFrame(() => requestAnimationFrame(() => go(find())));
  }
}

function Spacer({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={COLUMNS} style={{ height, padding: 0, border: 0 }} />
      </tr>
    </tbody>
  );
}
