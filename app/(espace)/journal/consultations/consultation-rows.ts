import type { Route } from "next";
import type { DataTableRowData } from "@/components/ui/data-table";
import { CONSULTATION_WORDS } from "@/lib/format/consultation-words";
import { describeAuditActor } from "@/lib/format/describe-audit-actor";
import type { TableColumn } from "@/lib/format/table-cells";
import type { ConsultationPage } from "@/lib/services/journal/read-consultations";

type Consultation = ConsultationPage["consultations"][number];

const COLUMNS: readonly TableColumn[] = [
  { key: "who", label: "Qui", kind: "text" },
  { key: "at", label: "Première fois ce jour-là", kind: "instantMs" },
  { key: "what", label: "Ce qui a été vu", kind: "text" },
  { key: "name", label: "Lequel", kind: "text" },
  { key: "operation", label: "Opération", kind: "text" },
];

/** The columns of the table, and of its file. */
export function consultationColumns({ namesOperation }: { readonly namesOperation: boolean }): readonly TableColumn[] {
  return namesOperation ? COLUMNS : COLUMNS.filter(({ key }) => key !== "operation");
}

/** One consultation as a line of the table, and of its file. */
export function toConsultationRow(
  consultation: Consultation,
  historyOf: (objectId: string) => Route,
): DataTableRowData {
  const { id, at, objectType, objectId, objectName, operation } = consultation;
  return {
    id,
    href: historyOf(objectId),
    cells: {
      who: describeAuditActor(consultation),
      at: at.getTime(),
      what: CONSULTATION_WORDS[objectType],
      name: objectName,
      operation: operation?.name ?? null,
    },
  };
}
