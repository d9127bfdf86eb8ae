import { type ReactNode, useId } from "react";
import type { ReportTable } from "@/lib/format/report-tables";
import styles from "./report-table-view.module.css";

type ReportTableViewProps = {
  table: ReportTable;
  /** What the lighter part of the bars is, where rows have parts. */
  restFlow?: "complement" | "surplus";
  /** Under the table: its chart. */
  children?: ReactNode;
};

const COLOURS = { complement: "var(--energy-complement)", surplus: "var(--energy-surplus-hatch)" } as const;
const REST_WORDS = { complement: "complément", surplus: "surplus" } as const;

/** A table of a report under its title; where rows have parts, a bar draws them beside their name. */
export function ReportTableView({ table, restFlow, children }: ReportTableViewProps) {
  const id = useId();
  const { title, columns, rows, total, note } = table;
  const bars = restFlow && rows.length > 1 ? table.bars : null;
  const most = Math.max(0, ...(bars ?? []).map(({ sharedWh, restWh }) => sharedWh + restWh));
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {bars && restFlow && (
        <p className={styles.legend}>
          <span className={styles.swatch} style={{ background: "var(--energy-self-consumed)" }} />
          utilisé dans l’opération
          <span className={styles.swatch} style={{ background: COLOURS[restFlow] }} />
          {REST_WORDS[restFlow]}
        </p>
      )}
      <table className={styles.table} aria-labelledby={id}>
        <thead>
          <tr>
            {columns.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {bars && restFlow && <LineBar parts={bars[row]} most={most} color={COLOURS[restFlow]} />}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} data-label={columns[index + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && <TotalRow total={total} columns={columns} />}
      </table>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

function TotalRow({ total: [name, ...cells], columns }: { total: readonly string[]; columns: readonly string[] }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{name}</th>
        {cells.map((cell, index) => (
          <td key={columns[index + 1]} data-label={columns[index + 1]}>
            {cell}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

type LineBarProps = {
  parts: { readonly sharedWh: number; readonly restWh: number } | undefined;
  most: number;
  color: string;
};

// The figures stand in the same row: the bar says nothing more.
function LineBar({ parts, most, color }: LineBarProps) {
  if (!parts || most === 0) return null;
  const [shared, rest] = [(parts.sharedWh / most) * 100, (parts.restWh / most) * 100];
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect x={0} y={0} width={shared} height={6} fill="var(--energy-self-consumed)" />
      <rect x={shared} y={0} width={rest} height={6} fill={color} />
    </svg>
  );
}
