import { DataTable } from "@/components/ui/data-table";
import { describeMeasureDecision, describeStretch } from "@/lib/format/describe-measure-decision";
import type { CurveDayReading } from "@/lib/services/measures/read-curve-day";
import { ReleaseDecisionButton } from "./release-decision-button";

type DecisionListProps = {
  operation: string;
  decisions: CurveDayReading["decisions"];
  mayWrite: boolean;
};

/** What people decided about a curve, ever; those that stand can be let go. */
export function DecisionList({ operation, decisions, mayWrite }: DecisionListProps) {
  if (decisions.length === 0) return null;
  return (
    <DataTable
      caption="Décisions prises sur cette courbe, de la plus récente à la plus ancienne"
      columns={[
        { key: "what", label: "Décision", kind: "text" },
        { key: "when", label: "Heures concernées", kind: "text" },
        { key: "reason", label: "Motif", kind: "text" },
        { key: "by", label: "Par", kind: "text" },
        { key: "at", label: "Le", kind: "instantMs" },
        { key: "state", label: "État", kind: "status" },
      ]}
      rows={decisions.map((decision) => ({
        id: decision.id,
        cells: {
          what: describeMeasureDecision(decision),
          when: describeStretch(decision),
          reason: decision.reason,
          by: decision.authorName ?? "installation",
          at: decision.atMs,
          state:
            decision.releasedAtMs === null
              ? { text: "en vigueur", tone: "success" }
              : { text: "levée", tone: "neutral" },
        },
        ...(mayWrite && decision.releasedAtMs === null
          ? {
              actions: (
                <ReleaseDecisionButton
                  operation={operation}
                  decision={decision.id}
                  what={`${describeMeasureDecision(decision)}, ${describeStretch(decision)}`}
                />
              ),
            }
          : {}),
      }))}
    />
  );
}
