import type { Metadata } from "next";
import Link from "next/link";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanExports } from "@/components/climate/plan-exports";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { listActionRows } from "@/lib/domain/scoring/list-action-rows";
import { formatDay } from "@/lib/format/format-date";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { today } from "@/lib/server/today";
import { readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { readPilots } from "@/lib/services/climate-plan/read-pilots";
import { summarizeClimatePlan } from "@/lib/services/climate-plan/summarize-climate-plan";
import { NextStar } from "./next-star";
import { PlanActions } from "./plan-actions";
import { PlanFigures } from "./plan-figures";
import { PlanGains } from "./plan-gains";
import { PlanParts } from "./plan-parts";
import { PlanToDo } from "./plan-to-do";

export const metadata: Metadata = { title: "Plan climat" };

export default async function ClimatePlanPage({ searchParams }: PageProps<"/plan-climat">) {
  const search = await searchParams;
  const { collectivite } = search;
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
  const [plan, members, day] = await Promise.all([
    readClimatePlan(collectivity.id),
    readPilots(collectivity.id),
    today(),
  ]);
  const summary = summarizeClimatePlan(plan);
  const actions = listActionRows(plan.referential.root, plan);
  const { measureDepth, id: referential } = plan.referential;
  const place = { collectivityId: collectivity.id, measureDepth };
  return (
    <>
      <PlanTabs collectivityId={collectivity.id} />
      <AuditNotice access={collectivity} />
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
      <PlanFigures summary={summary} importedAtMs={plan.importedAtMs} />
      <PlanToDo actions={actions} day={day} collectivityId={collectivity.id} />
      <NextStar {...place} summary={summary} referential={referential} />
      <PlanGains
        {...place}
        gains={summary.gains}
        actions={new Map(actions.map((action) => [action.id, action]))}
        members={members}
        day={day}
      />
      <PlanParts summary={summary} subtitle={`${collectivity.name}, au ${formatDay(day)}`} />
      <PageSection title="Mesures et actions" anchor="mesures">
        {plan.importedAtMs === null && (
          <Notice title="Une mesure pour commencer">
            La mesure 3.1.1, sur la distribution d’énergie, est fournie avec Prorata. Les autres viennent avec le texte
            officiel du référentiel, que l’onglet « Référentiel » importe ; vos réponses sont gardées.
          </Notice>
        )}
        <PlanActions
          plan={plan}
          summary={summary}
          actions={actions}
          members={members}
          day={day}
          search={search}
          collectivityId={collectivity.id}
        />
      </PageSection>
    </>
  );
}
