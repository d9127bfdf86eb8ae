"use client";

import { type ClipboardEvent, type KeyboardEvent, memo } from "react";
import { formatKwh } from "@/lib/format/format-energy";
import { UNKNOWN } from "@/lib/format/format-number";
import type { Edit } from "./edit-history";
import { readShare, type TypedShare } from "./share-sheet";
import styles from "./share-table.module.css";

/** A consumer as the table of shares shows it. */
export type ShareRowData = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** « à partir du 01/01/2027 », for who does not take part yet. */
  readonly entry: string | null;
  /** Null while not known. [Wh] */
  readonly annualWh: number | null;
  readonly isAnnualMeasured: boolean;
};

type ShareRowProps = {
  row: ShareRowData;
  index: number;
  share: TypedShare;
  onEdit: (edit: Edit) => void;
  /** Moves to another row's field, by rank. */
  onMove: (index: number) => void;
  /** Text of several cells pasted into this row's field; false when it is one share. */
  onPasteCells: (index: number, text: string) => boolean;
};

const NOT_A_PERCENT = "Entre 0 et 100, par exemple 12,5";
const MOVES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/** One consumer, its share and its lock. Arrows and Enter go to the next field, like in a spreadsheet. */
export const ShareRow = memo(function ShareRow({ row, index, share, onEdit, onMove, onPasteCells }: ShareRowProps) {
  const { id, prm, name, entry, annualWh, isAnnualMeasured } = row;
  const isUnread = readShare(share) === null;

  function onKeyDown(event: KeyboardEvent) {
    const move = MOVES[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onMove(index + (event.key === "Enter" && event.shiftKey ? -1 : move));
  }

  function onPaste(event: ClipboardEvent) {
    if (onPasteCells(index, event.clipboardData.getData("text/plain"))) event.preventDefault();
  }

  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        <span className={styles.name}>{name}</span>
        <span className={styles.prm}>{entry ? `${prm}, ${entry}` : prm}</span>
      </th>
      <td data-numeric className={styles.wide}>
        {annualWh === null ? UNKNOWN : formatKwh(annualWh, 0)}
        {annualWh !== null && !isAnnualMeasured && <span className={styles.estimated}>estimée</span>}
      </td>
      <td data-numeric>
        <input
          className={styles.share}
          data-share={index}
          aria-label={`Part de ${name}, en %`}
          aria-invalid={isUnread || undefined}
          aria-describedby={isUnread ? `${id}-reason` : undefined}
          inputMode="decimal"
          autoComplete="off"
          readOnly={share.isLocked}
          value={share.text}
          onChange={({ currentTarget }) => onEdit({ type: "typed", index, text: currentTarget.value })}
          onBlur={() => onEdit({ type: "left" })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {isUnread && (
          <span id={`${id}-reason`} className={styles.reason}>
            {NOT_A_PERCENT}
          </span>
        )}
      </td>
      <td>
        <input
          type="checkbox"
          className={styles.lock}
          aria-label={`Verrouiller ${name}`}
          checked={share.isLocked}
          onChange={({ currentTarget }) => onEdit({ type: "locked", index, isLocked: currentTarget.checked })}
        />
      </td>
    </tr>
  );
});
