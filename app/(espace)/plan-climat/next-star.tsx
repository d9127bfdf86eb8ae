import Link from "next/link";
import type { ReactNode } from "react";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { LabelCriterion } from "@/lib/domain/scoring/list-label-criteria";
import { actionAddress } from "@/lib/format/action-address";
import { describeCriterion } from "@/lib/format/describe-criterion";
import { describeNextStar } from "@/lib/format/describe-next-star";
import { formatCount } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import type { ClimateSummary } from "@/lib/services/climate-plan/summarize-climate-plan";
import styles from "./dashboard.module.css";
import { planAddress } from "./plan-address";

type NextStarProps = {
  summary: ClimateSummary;
  /** How an id of the referential begins: `cae`. */
  referential: string;
  measureDepth: number;
  collectivityId: string;
};

/** Everything the next star asks, and what lacks of it. */
export function NextStar({ summary, referential, measureDepth, collectivityId }: NextStarProps) {
  const { next, score, star, planned } = summary;
  if (!next) return null;
  const numberOf = (node: string) => node.slice(referential.length + 1);
  const absent = next.criteria
    .filter((criterion) => !isKnown(criterion))
    .map((criterion) => describeCriterion(criterion, numberOf(criterion.node)));
  const openTasks = score.totalTasks - score.completedTasks;
  return (
    <PageSection title={`Pour demander ${formatCount(next.star, "étoile", "étoiles")}`}>
      <ul className={styles.conditions}>
        <Condition isMet={false} state={describeNextStar(star, score)}>
          {planned.star >= next.star
            ? "Le score ne suffit pas encore ; il suffira une fois fait ce qui est programmé."
            : `Le score ne suffit pas encore, même avec ce qui est programmé (${formatPercent(planned.ratio)}).`}
        </Condition>
        <Condition
          isMet={openTasks === 0}
          state={openTasks === 0 ? "fait" : formatCount(openTasks, "reste à renseigner", "restent à renseigner")}
        >
          <Link href={planAddress(collectivityId, { statut: "non-renseigne" })}>Toutes les tâches ont un statut</Link>
        </Condition>
        {next.criteria.filter(isKnown).map((criterion) => (
          <Criterion
            key={criterion.node}
            criterion={criterion}
            number={numberOf(criterion.node)}
            measureDepth={measureDepth}
            collectivityId={collectivityId}
          />
        ))}
      </ul>
      <p className={styles.hint}>
        {absent.length > 0 && `Sont aussi demandées des actions absentes de ce référentiel : ${absent.join(" ; ")}. `}
        {next.star >= 2
          ? "S’y ajoutent un dossier signé et, à partir de deux étoiles, un audit."
          : "S’y ajoute un dossier signé, sauf pour qui a un contrat d’objectifs."}
      </p>
    </PageSection>
  );
}

/** The referential has the action. */
function isKnown({ ratio }: LabelCriterion): boolean {
  return ratio !== null;
}

type CriterionProps = { criterion: LabelCriterion; number: string; measureDepth: number; collectivityId: string };

function Criterion({ criterion, number, measureDepth, collectivityId }: CriterionProps) {
  const { ratio, isMet } = criterion;
  return (
    <Condition isMet={isMet} state={isMet ? "atteint" : `${formatPercent(ratio, 0)} à ce jour`}>
      <Link href={actionAddress(number, measureDepth, collectivityId)}>{describeCriterion(criterion, number)}</Link>
    </Condition>
  );
}

function Condition({ isMet, state, children }: { isMet: boolean; state: string; children: ReactNode }) {
  return (
    <li>
      <StatusBadge tone={isMet ? "success" : "warning"}>{state}</StatusBadge>
      <span>{children}</span>
    </li>
  );
}
