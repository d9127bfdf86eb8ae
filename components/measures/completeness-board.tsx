"use client";

import { Button } from "@mantine/core";
import type { Route } from "next";
import { useMemo, useState } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import { countCompleteness } from "@/lib/format/completeness-codes";
import { describeCompleteness } from "@/lib/format/describe-completeness";
import type { TableColumn } from "@/lib/format/table-cells";
import { BoardGrid } from "./board-grid";
import styles from "./completeness-board.module.css";

export type CompletenessBoardRow = {
  readonly id: string;
  readonly name: string;
  readonly prm: string;
  readonly role: "consumer" | "producer";
  /** A letter a day, see `encodeCompleteness`. */
  readonly codes: string;
  /** The page of the metering point; `?jour=` is added for a day. */
  readonly href: Route;
};

type CompletenessBoardProps = {
  /** « de novembre 2025 à octobre 2026 » */
  subtitle: string;
  days: readonly string[];
  rows: readonly CompletenessBoardRow[];
  fileName: string;
};

const BOARD_STATES = ["measured", "interpolated", "copied", "manual", "missing", "outside_perimeter"] as const;

const COUNTED_DAYS: Readonly<Record<CompletenessState, string>> = {
  measured: "Jours mesurés",
  interpolated: "Jours interpolés",
  copied: "Jours repris (J−7)",
  manual: "Jours saisis",
  missing: "Jours manquants",
  outside_perimeter: "Jours hors périmètre",
};

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "role", label: "Rôle", kind: "text" },
  ...BOARD_STATES.map((state): TableColumn => ({ key: state, label: COUNTED_DAYS[state], kind: "number", sum: true })),
];

/** A year of days of every metering point: a picture to see holes at a glance, the same as a table, each day a link. */
export function CompletenessBoard({ subtitle, days, rows, fileName }: CompletenessBoardProps) {
  const [isTable, setIsTable] = useState(false);
  const tableRows = useMemo(
    () =>
      rows.map(({ id, name, prm, role, codes, href }) => ({
        id,
        href,
        cells: { name, prm, role: role === "producer" ? "Producteur" : "Consommateur", ...countCompleteness(codes) },
      })),
    [rows],
  );
  return (
    <div className={styles.board}>
      <div className={styles.head}>
        <ul className={styles.legend} aria-label="Légende">
          {BOARD_STATES.map((state) => (
            <li key={state}>
              <span className={styles.swatch} data-state={state} aria-hidden="true" />
              {describeCompleteness(state).text}
            </li>
          ))}
        </ul>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<Icon name={isTable ? "chart" : "table"} size={16} />}
          onClick={() => setIsTable(!isTable)}
          data-no-print
        >
          {isTable ? "Voir le calendrier" : "Voir le tableau"}
        </Button>
      </div>
      {isTable ? (
        <DataTable
          caption={`Jours reçus par point de mesure, ${subtitle}`}
          columns={COLUMNS}
          rows={tableRows}
          fileName={fileName}
        />
      ) : (
        <BoardGrid days={days} rows={rows} label={`Calendrier des mesures, ${subtitle}`} />
      )}
    </div>
  );
}
