import { DataTable } from "@/components/ui/data-table";
import { describeRule } from "@/lib/format/describe-eligibility";
import type { OperationEligibility } from "@/lib/services/registry/read-eligibility";

/** Every rule with its result, what was measured, against which limit of which text, and what to do. */
export function RuleTable({ eligibility, fileName }: { eligibility: OperationEligibility; fileName: string }) {
  const names = new Map(eligibility.points.map(({ id, name }) => [id, name]));
  return (
    <DataTable
      caption="Règles d’éligibilité"
      columns={[
        { key: "label", label: "Règle", kind: "text" },
        { key: "status", label: "Résultat", kind: "status" },
        { key: "figure", label: "Constaté", kind: "text" },
        { key: "limit", label: "Limite", kind: "text" },
        { key: "advice", label: "Ce qui manque, et que faire", kind: "text" },
        { key: "source", label: "Source", kind: "text" },
      ]}
      fileName={fileName}
      hasFilter={false}
      rows={eligibility.rules.map((rule) => {
        const { label, status, figure, limit, advice, source } = describeRule(rule, {
          regime: eligibility.regime,
          names,
        });
        return { id: rule.rule, cells: { label, status, figure, limit, advice: advice || null, source } };
      })}
    />
  );
}
