import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import type { ImportReport, ReportedProblem } from "@/lib/domain/measures/import-report";
import { addDays } from "@/lib/domain/time/civil-date";
import { describeFileKind, describeFileOutcome, describeQuantity } from "@/lib/format/describe-import";
import { formatPeriod } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";

/** How far the import is that the report tells of. */
export type ReportedState = "done" | "refused" | "waiting" | "cancelled";

/** What an import understood, file by file, with every problem and its place. */
export function ImportReportView({ report, state }: { report: ImportReport; state: ReportedState }) {
  const { totals, files } = report;
  const problems = files.flatMap((file) => file.problems.map((problem) => ({ file: file.name, problem })));
  const { title, tone } = headline(report, state);
  return (
    <>
      <Notice tone={tone} title={title}>
        {state === "refused" && <p>Tout ou rien : corrigez les problèmes ci-dessous, puis renvoyez les fichiers.</p>}
        {state === "done" && totals.correctedDayCount > 0 && (
          <p>Les jours corrigés remplacent les anciens, qui restent dans l’historique.</p>
        )}
        {state === "waiting" && <p>Rien n’est encore enregistré.</p>}
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
          { key: "kind", label: "Nature", kind: "text" },
          { key: "outcome", label: "Résultat", kind: "status" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "quantity", label: "Grandeur", kind: "text" },
          { key: "period", label: "Jours", kind: "text" },
          { key: "step", label: "Pas (min)", kind: "number" },
          { key: "values", label: "Valeurs", kind: "number", sum: true },
          { key: "missing", label: "Manquantes", kind: "number", sum: true },
          { key: "newDays", label: "Jours nouveaux", kind: "number", sum: true },
          { key: "correctedDays", label: "Jours corrigés", kind: "number", sum: true },
          { key: "figures", label: "Chiffres publiés", kind: "number", sum: true },
        ]}
        rows={files.map((file, index) => ({
          id: `${file.key}-${index}`,
          cells: {
            name: file.name,
            kind: describeFileKind(file.kind),
            outcome: describeOutcome(file.outcome, state),
            prm: file.prm,
            quantity: describeQuantity(file.quantity),
            period: file.firstDay && file.lastDay && formatPeriod(file.firstDay, addDays(file.lastDay, 1)),
            step: file.stepMinutes,
            values: file.valueCount,
            missing: file.missingCount,
            newDays: file.newDayCount,
            correctedDays: file.correctedDayCount,
            figures: file.figureCount,
          },
        }))}
      />
    </>
  );
}

function describeOutcome(outcome: ImportReport["files"][number]["outcome"], state: ReportedState) {
  const isRead = outcome === "imported" && state !== "done";
  return isRead ? ({ text: "lu", tone: "success" } as const) : describeFileOutcome(outcome);
}

function headline(
  { totals, questions }: ImportReport,
  state: ReportedState,
): { readonly title: string; readonly tone: "danger" | "success" | "warning" | "info" } {
  const errors = formatCount(totals.errorCount, "erreur", "erreurs");
  if (state === "refused") return { title: `Import refusé, rien n’a été enregistré : ${errors}`, tone: "danger" };
  const what = changes(totals) || "rien ne change";
  if (state === "cancelled") return { title: "Import abandonné, rien n’a été enregistré", tone: "info" };
  if (state === "waiting") {
    const open = questions.filter(({ answer }) => answer === null).length;
    if (open > 0) return { title: `${formatCount(open, "question", "questions")} avant de continuer`, tone: "warning" };
    if (totals.errorCount > 0) return { title: `À corriger avant de continuer : ${errors}`, tone: "danger" };
    return { title: `Ce qui sera enregistré : ${what}`, tone: "info" };
  }
  return { title: `Import terminé : ${changes(totals) || "rien n’a changé"}`, tone: "success" };
}

function changes(totals: ImportReport["totals"]): string {
  const { newDayCount, correctedDayCount, newFigureCount, correctedFigureCount } = totals;
  return [
    newDayCount > 0 && formatCount(newDayCount, "jour nouveau", "jours nouveaux"),
    correctedDayCount > 0 && formatCount(correctedDayCount, "jour corrigé", "jours corrigés"),
    newFigureCount > 0 && formatCount(newFigureCount, "chiffre nouveau", "chiffres nouveaux"),
    correctedFigureCount > 0 && formatCount(correctedFigureCount, "chiffre corrigé", "chiffres corrigés"),
  ]
    .filter(Boolean)
    .join(", ");
}

function place({ sheet, line, column }: ReportedProblem): string | null {
  const parts = [sheet && `feuille ${sheet}`, line !== undefined && `ligne ${line}`, column && `colonne ${column}`];
  return parts.filter(Boolean).join(", ") || null;
}
