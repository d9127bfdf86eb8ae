import { Notice } from "@/components/ui/notice";
import type { LabelCycleState } from "@/lib/domain/scoring/label-cycle-state";

type AuditNoticeProps = {
  /** How the plan may be used now. */
  access: { readonly cycle: LabelCycleState; readonly mayAnswer: boolean };
};

/** At the top of the pages of a plan that an audit keeps from being written to. */
export function AuditNotice({ access: { cycle, mayAnswer } }: AuditNoticeProps) {
  if (cycle === "audit_validated") {
    return (
      <Notice tone="warning" title="Audit validé : lecture seule">
        Plus personne n’écrit dans le plan climat, jusqu’à ce qu’un administrateur de la collectivité le rouvre.
      </Notice>
    );
  }
  if (cycle !== "audit_under_way") return null;
  if (mayAnswer) {
    return (
      <Notice title="Votre audit est en cours">
        Vous seul pouvez changer les statuts et ce qui est dit des actions. Le reste du plan ne change pas pendant
        l’audit.
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Audit en cours : lecture seule">
      Seul l’auditeur change les statuts et ce qui est dit des actions, jusqu’à ce qu’il valide son audit.
    </Notice>
  );
}
