import { MissingMeasures } from "@/app/(espace)/operations/[operation]/periodes/[debut]/missing-measures";
import { Notice } from "@/components/ui/notice";
import type { AuthorizedOperation } from "@/lib/server/access";
import { reproduceRun } from "@/lib/services/runs/reproduce-run";
import { ComparisonView } from "./comparison-view";

type ReproductionViewProps = {
  operation: AuthorizedOperation;
  run: { readonly id: string; readonly version: number } | null;
};

/** A stored run computed again from today's data; nothing is stored. */
export async function ReproductionView({ operation, run }: ReproductionViewProps) {
  const found = run && (await reproduceRun(operation.id, run.id));
  if (!run || !found) return <p>La période n’a pas cette version.</p>;
  if (found.status === "incomplete") {
    return <MissingMeasures slug={operation.sheet.slug} missing={found.missing} />;
  }
  if (found.status === "no_perimeter") {
    return (
      <Notice tone="warning" title="Le calcul ne peut pas être refait">
        La période n’a plus de producteur, ou plus de consommateur.
      </Notice>
    );
  }
  return <ComparisonView comparison={found.comparison} labels={[`Version ${run.version}`, "Données d’aujourd’hui"]} />;
}
