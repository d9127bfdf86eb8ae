import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import type { ImportReport, ReportedProblem } from "@/lib/domain/measures/import-report";
import { addDays } from "@/lib/domain/time/civil-date";
import { describeFileOutcome, describeQuantity } from "@/lib/format/describe-import";
import { formatPeriod } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";

/** What an import understood, file by file, with every problem and its place. */
export function ImportReportView({ report, isRefused }: { report: ImportReport; isRefused: boolean }) {
  const { totals, files } = report;
  const problems = files.flatMap((file) => file.problems.map((problem) => ({ file: file.name, problem })));
  return (
    <>
      <Notice tone={isRefused ? "danger" : "success"} title={headline(report, isRefused)}>
        {isRefused && <p>Tout ou rien : corrigez les problèmes ci-dessous, puis renvoyez les fichiers.</p>}
        {!isRefused && totals.correctedDayCount > 0 && (
          <p>Les jours corrigés remplacent les anciens, qui restent dans l’historique.</p>
        )}
      </Notice>
      {problems.length > 0 && (
        <DataTable
          caption="Problèmes signalés"
          columns={[
            { key: "severity", label: "Gravité", kind: "status" },
            { key: "file", label: "Fichier", kind: "text" },
            { key: "place", label: "Où", kind: "text" },
            { key: "message", label: "Ce qui se passe, et que faire", kind: "text" },
          ]}
          fileName="problemes-import"
          rows={problems.map(({ file, problem }, index) => ({
            id: `${file}-${index}`,
            cells: {
              severity:
                problem.severity === "error"
                  ? { text: "erreur", tone: "danger" }
                  : { text: "avertissement", tone: "warning" },
              file,
              place: place(problem),
              message: problem.message,
            },
          }))}
        />
      )}
      <DataTable
        caption="Fichiers de l’import"
        columns={[
          { key: "name", label: "Fichier", kind: "text" },
          { key: "outcome", label: "Résultat", kind: "status" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "quantity", label: "Grandeur", kind: "text" },
          { key: "period", label: "Jours", kind: "text" },
          { key: "values", label: "Valeurs", kind: "number", sum: true },
          { key: "missing", label: "Manquantes", kind: "number", sum: true },
          { key: "newDays", label: "Jours nouveaux", kind: "number", sum: true },
          { key: "correctedDays", label: "Jours corrigés", kind: "number", sum: true },
        ]}
        rows={files.map((file, index) => ({
          id: `${file.name}-${index}`,
          cells: {
            name: file.name,
            outcome: describeFileOutcome(file.outcome),
            prm: file.prm,
            quantity: describeQuantity(file.quantity),
            period: file.firstDay && file.lastDay && formatPeriod(file.firstDay, addDays(file.lastDay, 1)),
            values: file.valueCount,
            missing: file.missingCount,
            newDays: file.newDayCount,
            correctedDays: file.correctedDayCount,
          },
        }))}
      />
    </>
  );
}

function headline({ totals }: ImportReport, isRefused: boolean): string {
  if (isRefused) {
    return `Import refusé, rien n’a été enregistré : ${formatCount(totals.errorCount, "erreur", "erreurs")}`;
  }
  const written = [
    totals.newDayCount > 0 && formatCount(totals.newDayCount, "jour nouveau", "jours nouveaux"),
    totals.correctedDayCount > 0 && formatCount(totals.correctedDayCount, "jour corrigé", "jours corrigés"),
  ].filter(Boolean);
  return written.length > 0 ? `Import terminé : ${written.join(", ")}` : "Import terminé : rien n’a changé";
}

function place({ sheet, line, column }: ReportedProblem): string | null {
  const parts = [sheet && `feuille ${sheet}`, line !== undefined && `ligne ${line}`, column && `colonne ${column}`];
  return parts.filter(Boolean).join(", ") || null;
}
