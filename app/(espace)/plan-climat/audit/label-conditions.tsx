import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { FilterSelect } from "@/components/ui/filter-select";
import { StatusBadge } from "@/components/ui/status-badge";
import { actionAddress } from "@/lib/format/action-address";
import { describeCriterion } from "@/lib/format/describe-criterion";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import type { LabelCheck } from "@/lib/services/climate-plan/check-label";
import styles from "./audit.module.css";

type LabelConditionsProps = {
  check: LabelCheck;
  collectivityId: string;
  measureDepth: number;
  /** How an id of the referential begins: `cae`. */
  referential: string;
};

/** What a star asks, one condition after the other. */
export function LabelConditions({ check, collectivityId, measureDepth, referential }: LabelConditionsProps) {
  const { star, completedTasks, totalTasks, isComplete, doneRatio, neededRatio, isScoreEnough, criteria } = check;
  return (
    <>
      <FilterSelect
        label="Étoile"
        param="etoile"
        options={[1, 2, 3, 4, 5].map((each) => ({
          value: String(each),
          label: formatCount(each, "étoile", "étoiles"),
        }))}
        value={String(star)}
      />
      <ul className={styles.conditions} aria-label={`Ce que demande l’étoile ${star}`}>
        <Condition isMet={isComplete}>
          <Link href={`/plan-climat?collectivite=${collectivityId}&statut=non-renseigne#mesures` as Route}>
            {`Toutes les tâches ont un statut : ${formatNumber(completedTasks)} sur ${formatNumber(totalTasks)}`}
          </Link>
        </Condition>
        <Condition isMet={isScoreEnough}>
          {`Le score atteint ${formatPercent(neededRatio, 0)} : ${formatPercent(doneRatio)} aujourd’hui`}
        </Condition>
        {criteria.map((criterion) => {
          const number = criterion.node.slice(referential.length + 1);
          const text = describeCriterion(criterion, number);
          return (
            <Condition key={criterion.node} isMet={criterion.isMet}>
              {criterion.ratio === null ? (
                `${text} : l’action n’est pas dans le référentiel en place, importez le texte officiel`
              ) : (
                <Link href={actionAddress(number, measureDepth, collectivityId)}>
                  {`${text} : ${formatPercent(criterion.ratio, 0)} à ce jour`}
                </Link>
              )}
            </Condition>
          );
        })}
      </ul>
    </>
  );
}

function Condition({ isMet, children }: { isMet: boolean; children: ReactNode }) {
  return (
    <li>
      <StatusBadge tone={isMet ? "success" : "warning"}>{isMet ? "rempli" : "manque"}</StatusBadge>
      <span>{children}</span>
    </li>
  );
}
