import type { ReactNode } from "react";
import styles from "./page.module.css";

export type DocTableProps = {
  caption: string;
  columns: readonly string[];
  /** The first cell names its row. */
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

/** A small table to read; long words break, so that it fits a phone. */
export function DocTable({ caption, columns, rows }: DocTableProps) {
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {columns.slice(1).map((column, index) => (
              <td key={column}>{rest[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
