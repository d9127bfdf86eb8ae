import type { Route } from "next";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { describeAuthorizations, describeConsentState, describeLacks } from "@/lib/format/describe-consent";
import { formatDay } from "@/lib/format/format-date";
import type { TableColumn } from "@/lib/format/table-cells";
import type { MissingConsentRow, RecordedConsent } from "@/lib/services/consents/read-consents";

const PARTICIPANT: TableColumn = { key: "participant", label: "Participant", kind: "text" };

const MISSING_COLUMNS: readonly TableColumn[] = [
  { key: "site", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "lacks", label: "Il manque", kind: "text" },
  { key: "when", label: "Quand", kind: "status" },
  { key: "neededOn", label: "Nécessaire le", kind: "day" },
];

const RECORDED_COLUMNS: readonly TableColumn[] = [
  { key: "authorized", label: "Autorise", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "given", label: "Signé ou informé le", kind: "day" },
  { key: "expiry", label: "Jusqu’au (exclu)", kind: "text" },
  { key: "withdrawn", label: "Retrait", kind: "day" },
  { key: "state", label: "État", kind: "status" },
  { key: "document", label: "Document", kind: "text" },
];

type MissingTableProps = {
  rows: readonly MissingConsentRow[];
  fileName?: string;
  /** Whether rows name their participant; a participant's own page does not. */
  hasParticipant?: boolean;
  hrefOf?: (participantId: string) => Route;
  actionsOf?: (row: MissingConsentRow) => ReactNode;
};

/** The metering points that lack something, and what. */
export function MissingConsentsTable({ rows, fileName, hasParticipant, hrefOf, actionsOf }: MissingTableProps) {
  return (
    <DataTable
      caption="PRM sans tous leurs accords"
      columns={hasParticipant ? [PARTICIPANT, ...MISSING_COLUMNS] : MISSING_COLUMNS}
      {...(fileName ? { fileName } : {})}
      rows={rows.map((row) => ({
        id: row.meteringPointId,
        ...(hrefOf ? { href: hrefOf(row.participantId) } : {}),
        cells: {
          participant: row.participantName,
          site: row.pointName,
          prm: row.prm,
          lacks: describeLacks(row.lacks),
          when: row.isEntering
            ? { text: "avant son entrée", tone: "warning" }
            : { text: "participe déjà", tone: "danger" },
          neededOn: row.neededOn,
        },
        actions: actionsOf?.(row),
      }))}
    />
  );
}

type RecordedTableProps = {
  rows: readonly RecordedConsent[];
  fileName?: string;
  hasParticipant?: boolean;
  hrefOf?: (participantId: string) => Route;
  actionsOf?: (row: RecordedConsent) => ReactNode;
};

/** Everything that was recorded, with its state. */
export function RecordedConsentsTable({ rows, fileName, hasParticipant, hrefOf, actionsOf }: RecordedTableProps) {
  return (
    <DataTable
      caption="Qui a autorisé quoi, et jusqu’à quand"
      columns={hasParticipant ? [PARTICIPANT, ...RECORDED_COLUMNS] : RECORDED_COLUMNS}
      {...(fileName ? { fileName } : {})}
      rows={rows.map((row) => ({
        id: row.id,
        ...(hrefOf ? { href: hrefOf(row.participantId) } : {}),
        cells: {
          participant: row.participantName,
          authorized: describeAuthorizations(row),
          prm: row.point?.prm ?? "tous",
          given: row.givenDay,
          expiry: describeExpiry(row),
          withdrawn: row.withdrawnDay,
          state: describeConsentState(row.state, row.isExpiringSoon),
          document: describeDocument(row),
        },
        actions: actionsOf?.(row),
      }))}
    />
  );
}

function describeDocument({ document, isHandedInOnline }: RecordedConsent): string {
  if (document === null) return isHandedInOnline ? "remis en ligne, effacé depuis" : "document non joint";
  return isHandedInOnline ? `${document.name} (remis en ligne)` : document.name;
}

function describeExpiry({ expiryDay }: RecordedConsent): string {
  return expiryDay === null ? "durée de la convention" : formatDay(expiryDay);
}
