import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import type { TableColumn } from "@/lib/format/table-cells";

type HistoryRow = {
  readonly id: string;
  readonly text: string;
  readonly day: string;
  readonly note: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
};

type HistoryTableProps = {
  caption: string;
  /** What began it. */
  first: { readonly day: string; readonly text: string };
  /** Oldest first. */
  rows: readonly HistoryRow[];
  /** Where joined papers are; null: for whoever may not read them. */
  documents: string | null;
  hasNotes: boolean;
};

const STEP: TableColumn = { key: "step", label: "Étape", kind: "text" };
const DAY: TableColumn = { key: "day", label: "Date", kind: "day" };
const NOTE: TableColumn = { key: "note", label: "Précision", kind: "text" };

/** What was done about a complaint or a letter, in order; nothing leaves it. */
export function HistoryTable({ caption, first, rows, documents, hasNotes }: HistoryTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={hasNotes ? [STEP, DAY, NOTE] : [STEP, DAY]}
      rows={[
        { id: "first", cells: { step: first.text, day: first.day, note: null } },
        ...rows.map(({ id, text, day, note, fileName, sha256 }) => ({
          id,
          cells: { step: text, day, note: note ?? (hasNotes ? fileName : null) },
          actions: documents !== null && sha256 !== null && (
            <ButtonLink href={`${documents}/${id}` as Route} variant="default" size="xs" download>
              {`Télécharger ${fileName}`}
            </ButtonLink>
          ),
        })),
      ]}
    />
  );
}
