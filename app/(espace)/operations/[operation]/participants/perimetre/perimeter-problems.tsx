import { DataTable } from "@/components/ui/data-table";
import type { PerimeterFileOutcome } from "./send-perimeter-file";

/** What was wrong or doubtful in the file, line by line. */
export function PerimeterProblems({ problems }: Pick<PerimeterFileOutcome, "problems">) {
  if (problems.length === 0) return null;
  return (
    <DataTable
      caption="Problèmes du fichier"
      columns={[
        { key: "severity", label: "Gravité", kind: "status" },
        { key: "line", label: "Ligne", kind: "text" },
        { key: "message", label: "Ce qui se passe, et que faire", kind: "text" },
      ]}
      fileName="problemes-perimetre"
      rows={problems.map(({ severity, line, message }, index) => ({
        id: String(index),
        cells: {
          severity:
            severity === "error" ? { text: "erreur", tone: "danger" } : { text: "avertissement", tone: "warning" },
          line: line === undefined ? null : String(line),
          message,
        },
      }))}
    />
  );
}
