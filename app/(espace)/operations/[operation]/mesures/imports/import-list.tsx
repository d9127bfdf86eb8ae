import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { describeImportStatus, describeImportVia } from "@/lib/format/describe-import";
import { formatPeriodName } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { AuthorizedOperation } from "@/lib/server/access";
import { listImports, type MeasureImport } from "@/lib/services/measures/list-imports";

const SHOWN_NAMES = 2;

export async function ImportList({ operation }: { operation: AuthorizedOperation }) {
  const imports = await listImports(operation.id);
  return (
    <DataTable
      caption="Imports, du plus récent au plus ancien"
      columns={[
        { key: "files", label: "Fichiers", kind: "text" },
        { key: "state", label: "État", kind: "status" },
        { key: "at", label: "Reçu le", kind: "instantMs" },
        { key: "by", label: "Par", kind: "text" },
        { key: "via", label: "Depuis", kind: "text" },
        { key: "newDays", label: "Jours nouveaux", kind: "number" },
        { key: "correctedDays", label: "Jours corrigés", kind: "number" },
        { key: "problems", label: "Problèmes", kind: "number" },
      ]}
      rows={imports.map(({ id, status, createdAt, createdByName, via, undoneById, report, ...found }) => ({
        id,
        href: `/operations/${operation.sheet.slug}/mesures/imports/${id}` as Route,
        cells: {
          files: nameImport(found),
          state: undoneById ? { text: "annulé", tone: "neutral" } : describeImportStatus(status),
          at: createdAt.getTime(),
          by: createdByName ?? "installation",
          via: describeImportVia(via),
          newDays: report?.totals.newDayCount ?? null,
          correctedDays: report?.totals.correctedDayCount ?? null,
          problems: report ? report.totals.errorCount + report.totals.warningCount : null,
        },
      }))}
      empty={
        <EmptyState
          title="Aucun import"
          purpose="Chaque envoi de fichiers est gardé ici, avec ce qui en a été compris et qui l’a fait."
          needed="les fichiers du gestionnaire de réseau."
          action={
            <ButtonLink href={`/operations/${operation.sheet.slug}/mesures` as Route}>Déposer des fichiers</ButtonLink>
          }
        />
      }
    />
  );
}

function nameImport({
  undoneId,
  requestedPeriod,
  fileNames,
}: Pick<MeasureImport, "undoneId" | "requestedPeriod" | "fileNames">): string {
  if (undoneId) return "Annulation d’un import";
  if (!requestedPeriod) return nameFiles(fileNames);
  return `Demande au gestionnaire, ${formatPeriodName(requestedPeriod.from, requestedPeriod.toExclusive)}`;
}

function nameFiles(names: readonly string[]): string {
  const others = names.length - SHOWN_NAMES;
  const shown = names.slice(0, SHOWN_NAMES).join(", ");
  return others > 0 ? `${shown} et ${formatCount(others, "autre", "autres")}` : shown;
}
