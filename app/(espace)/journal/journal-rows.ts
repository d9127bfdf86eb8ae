import type { Route } from "next";
import type { DataTableRowData } from "@/components/ui/data-table";
import { AUDIT_OBJECT_WORDS } from "@/lib/format/audit-object-words";
import { describeAuditAction } from "@/lib/format/describe-audit-action";
import { describeAuditActor } from "@/lib/format/describe-audit-actor";
import { describeAuditDetails } from "@/lib/format/describe-audit-details";
import type { TableColumn } from "@/lib/format/table-cells";
import type { readJournal } from "@/lib/services/journal/read-journal";

type JournalEvent = Awaited<ReturnType<typeof readJournal>>["events"][number];
type Details = Parameters<typeof describeAuditDetails>[0];

/** Of a trail; that of one operation does not repeat its name. */
export function journalColumns({ namesOperation }: { readonly namesOperation: boolean }): readonly TableColumn[] {
  return [
    { key: "what", label: "Ce qui a été fait", kind: "text" },
    { key: "at", label: "Quand", kind: "instantMs" },
    { key: "who", label: "Par qui", kind: "text" },
    { key: "object", label: "Objet", kind: "text" },
    ...(namesOperation ? [{ key: "operation", label: "Opération", kind: "text" } as const] : []),
    { key: "details", label: "Détails", kind: "text" },
  ];
}

/**
 * One event as a line of the table, and of its file.
 *
 * @param historyOf - Address of the history of what the event is about, for what has no screen.
 */
export function toJournalRow(event: JournalEvent, historyOf: (objectId: string) => Route): DataTableRowData {
  const screen = event.operation && hrefOf(event, `/operations/${event.operation.slug}`);
  return {
    id: event.id,
    href: screen ?? historyOf(event.objectId),
    cells: {
      what: describeAuditAction(event.action),
      at: event.at.getTime(),
      who: describeAuditActor(event),
      object: describeObject(event),
      operation: event.operation?.name ?? null,
      details: describeAuditDetails(event.before as Details, event.after as Details).join(" · "),
    },
  };
}

function describeObject({ objectType, objectName }: JournalEvent): string | null {
  const word = (AUDIT_OBJECT_WORDS as Readonly<Record<string, string>>)[objectType] ?? null;
  return objectName === null ? word : `${word} : ${objectName}`;
}

/** The screen of what the event is about, where there is one. */
function hrefOf({ action, objectType, objectId, after }: JournalEvent, room: string): Route | null {
  if (action.startsWith("delete.")) return null;
  switch (objectType) {
    case "measure_import":
      return `${room}/mesures/imports/${objectId}` as Route;
    case "participant":
      return `${room}/participants/${objectId}` as Route;
    case "coefficient_key":
      return `${room}/coefficients` as Route;
    case "settlement_run":
      return runHref(after, room);
    default:
      return null;
  }
}

function runHref(after: JournalEvent["after"], room: string): Route | null {
  if (typeof after !== "object" || after === null || Array.isArray(after)) return null;
  const { from, version } = after;
  return typeof from === "string" ? (`${room}/periodes/${from}?version=${String(version)}` as Route) : null;
}
