import type { Metadata } from "next";
import Link from "next/link";
import { PlanExports } from "@/components/climate/plan-exports";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { describeNextStar } from "@/lib/format/describe-next-star";
import { formatInstantDay } from "@/lib/format/format-instant";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { splitPoints } from "@/lib/format/split-points";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { type ClimatePlan, readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { PlanTree } from "./plan-tree";

export const metadata: Metadata = { title: "Plan climat" };

export default async function ClimatePlanPage({ searchParams }: PageProps<"/plan-climat">) {
  const { collectivite } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) {
    return (
      <>
        <PageHeader title="Plan climat" />
        <EmptyState
          title="Aucune collectivité"
          purpose="Le plan climat note ce qu’une collectivité fait pour le climat, l’air et l’énergie."
          needed="que l’administrateur de votre collectivité vous y donne accès."
        />
      </>
    );
  }
  const { collectivity, others } = chosen;
  const plan = await readClimatePlan(collectivity.id);
  return (
    <>
      <PlanTabs collectivityId={collectivity.id} />
      <PageHeader
        title={`Plan climat : ${collectivity.name}`}
        lead="Ce que la collectivité a fait, ce qui est programmé et ce qui reste à renseigner, noté par les règles du programme Climat-Air-Énergie."
        actions={<PlanExports collectivityId={collectivity.id} />}
      />
      {others.length > 0 && (
        <p>
          Voir aussi :{" "}
          {others.map(({ id, name }) => (
            <Link key={id} href={`/plan-climat?collectivite=${id}`}>
              {name}
            </Link>
          ))}
        </p>
      )}
      <PlanFigures plan={plan} />
      <PageSection title="Mesures">
        {plan.importedAtMs === null && (
          <Notice title="Une mesure pour commencer">
            La mesure 3.1.1, sur la distribution d’énergie, est fournie avec Prorata. Les autres viennent avec le texte
            officiel du référentiel, que l’onglet « Référentiel » importe ; vos réponses sont gardées.
          </Notice>
        )}
        <PlanTree plan={plan} collectivityId={collectivity.id} />
      </PageSection>
    </>
  );
}

function PlanFigures({ plan: { tree, scores, importedAtMs } }: { plan: ClimatePlan }) {
  const score = readNodeScore(tree, scores, 0);
  const { potential, done, planned } = splitPoints(score);
  const ratio = doneRatio(scores, 0);
  const star = highestStar(ratio);
  const freshness =
    importedAtMs === null
      ? "référentiel fourni avec Prorata"
      : `référentiel importé le ${formatInstantDay(importedAtMs)}`;
  const plannedRatio = score.potentialPoints > 0 ? score.plannedPoints / score.potentialPoints : 0;
  return (
    <FigureRow>
      <FigureTile
        label="Score"
        value={formatPercent(ratio)}
        period={`${formatNumber(done, { minDecimals: 1 })} sur ${formatNumber(potential, { minDecimals: 1 })} points`}
        freshness={freshness}
      />
      <FigureTile
        label="Étoiles permises par le score"
        value={formatCount(star, "étoile", "étoiles")}
        period={describeNextStar(star, score)}
        freshness="de 1 à 5"
      />
      <FigureTile
        label="Avec ce qui est programmé"
        value={formatPercent(ratio + plannedRatio)}
        period={`${formatNumber(planned, { minDecimals: 1 })} points programmés`}
        freshness={freshness}
      />
      <FigureTile
        label="Tâches renseignées"
        value={formatPercent(score.completedTasks / score.totalTasks, 0)}
        period={`${formatNumber(score.completedTasks)} sur ${formatNumber(score.totalTasks)}`}
        freshness={freshness}
      />
    </FigureRow>
  );
}
