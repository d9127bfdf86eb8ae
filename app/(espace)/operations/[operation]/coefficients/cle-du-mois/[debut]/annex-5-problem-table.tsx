import { DataTable } from "@/components/ui/data-table";
import { findAnnex5Rule } from "@/lib/formats/annex-5/annex-5-rules";
import type { Annex5Problems } from "./send-annex-5";

/** What is wrong or doubtful in the file, line by line, and the rule that says so. */
export function Annex5ProblemTable({ problems }: Pick<Annex5Problems, "problems">) {
  if (problems.length === 0) return null;
  return (
    <DataTable
      caption="Problèmes du fichier ; les vingt premiers de chaque sorte"
      columns={[
        { key: "severity", label: "Gravité", kind: "status" },
        { key: "line", label: "Ligne", kind: "text" },
        { key: "rule", label: "Règle", kind: "text" },
        { key: "message", label: "Ce qui se passe, et que faire", kind: "text" },
      ]}
      fileName="problemes-annexe-5"
      rows={problems.map(({ severity, line, code, message }, index) => ({
        id: String(index),
        cells: {
          severity:
            severity === "error" ? { text: "erreur", tone: "danger" } : { text: "avertissement", tone: "warning" },
          line: line === undefined ? null : String(line),
          rule: nameRule(code),
          message,
        },
      }))}
    />
  );
}

function nameRule(code: string): string | null {
  const rule = findAnnex5Rule(code);
  return rule && `${rule.number}. ${rule.title} (${rule.article})`;
}
