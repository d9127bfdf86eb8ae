import { EvidenceByAction } from "@/app/(espace)/plan-climat/preuves/evidence-by-action";
import { JoinEvidenceForm } from "@/app/(espace)/plan-climat/preuves/join-evidence-form";
import { RefreshFiguresButton } from "@/app/(espace)/plan-climat/preuves/refresh-figures-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { OPERATION_EVIDENCE_ACTIONS } from "@/lib/domain/scoring/operation-evidence/evidence-actions";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { toActionOptions } from "@/lib/format/action-options";
import { isGrantedInPlan } from "@/lib/server/permissions";
import type { PlanAccess } from "@/lib/server/require-collectivity";
import { type ClimateEvidenceSheet, readClimateEvidence } from "@/lib/services/climate-plan/read-climate-evidence";

/** What proves the actions of a measure, and what may be joined to them. */
export async function EvidenceSection({ measure, plan }: { measure: ReferentialNode; plan: PlanAccess }) {
  const sheet = await readClimateEvidence(plan.id, measure.id);
  const actions = measure.children.flatMap((node) => [node, ...node.children]);
  const isEmpty = sheet.joined.length + sheet.figures.length === 0;
  return (
    <PageSection title="Preuves" anchor="preuves">
      {plan.mayWrite && <FiguresNotice measure={measure} sheet={sheet} collectivity={plan.id} />}
      {isEmpty && (
        <EmptyState
          title="Aucune preuve pour cette mesure"
          purpose="Une délibération, un rapport, une page publiée : ce que l’auditeur et le conseil liront à l’appui de vos réponses."
          needed={plan.mayWrite && "choisir l’action que prouve le document, puis le joindre ou en donner le lien."}
        />
      )}
      <EvidenceByAction
        actions={actions}
        sheet={sheet}
        collectivity={plan.id}
        mayWrite={plan.mayWrite}
        mayPurge={isGrantedInPlan(plan.role, "administer")}
      />
      {plan.mayWrite && (
        <details>
          <summary>Joindre une preuve</summary>
          <JoinEvidenceForm collectivity={plan.id} actions={toActionOptions(actions)} />
        </details>
      )}
    </PageSection>
  );
}

type FiguresNoticeProps = { measure: ReferentialNode; sheet: ClimateEvidenceSheet; collectivity: string };

/** The operation proves some actions by itself: it is offered where it does not yet, and refreshed where it did. */
function FiguresNotice({ measure, sheet, collectivity }: FiguresNoticeProps) {
  const tasks = measure.children.flatMap((node) => [node, ...node.children]);
  const provable = tasks.filter(({ id }) => OPERATION_EVIDENCE_ACTIONS.has(id));
  if (provable.length === 0 || !sheet.hasOperations) return null;
  const isOutdated = sheet.figures.some((each) => each.isOutdated);
  if (sheet.figures.length > 0 && !isOutdated) return null;
  const numbers = provable.map(({ number }) => number).join(", ");
  return (
    <Notice
      title={
        isOutdated ? "Les chiffres de l’opération ont changé" : "Votre opération prouve une partie de cette mesure"
      }
      actions={<RefreshFiguresButton collectivity={collectivity} />}
    >
      {isOutdated
        ? "Un résultat, des mesures, le périmètre ou la clé ont changé depuis qu’ils ont été relevés. Les anciens chiffres restent dans l’historique."
        : `Taux, synchronisation, données détenues et compteurs : ses chiffres se joignent aux actions ${numbers}, avec leur date.`}
    </Notice>
  );
}
