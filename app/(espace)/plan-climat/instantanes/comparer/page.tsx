import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { CompareForm } from "@/app/(espace)/plan-climat/instantanes/compare-form";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { FigureRow, FigureTile } from "@/components/ui/figure-tile";
import { PageHeader } from "@/components/ui/page-header";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { snapshotComparisonSearchSchema } from "@/lib/schemas/climate-snapshot";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { type ComparedPlan, compareClimateSnapshots } from "@/lib/services/climate-plan/compare-climate-snapshots";
import { listSnapshots } from "@/lib/services/climate-plan/list-snapshots";
import { readShippedPersonalisation } from "@/lib/services/climate-plan/read-shipped-personalisation";
import { ActionDifferences } from "./action-differences";
import { PartDifferences } from "./part-differences";
import { ProfileDifferences } from "./profile-differences";

export const metadata: Metadata = { title: "Comparaison d’instantanés" };

export default async function ComparisonPage({ searchParams }: PageProps<"/plan-climat/instantanes/comparer">) {
  const search = await searchParams;
  const { collectivite } = search;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  const { avant, apres = "today" } = snapshotComparisonSearchSchema.parse(search);
  if (!chosen || avant === undefined) notFound();
  const { id } = chosen.collectivity;
  const [comparison, snapshots] = await Promise.all([compareClimateSnapshots(id, avant, apres), listSnapshots(id)]);
  if (!comparison) notFound();
  const { before, after, actions, measureDepth, profile, isProfileKnown } = comparison;
  return (
    <>
      <PlanTabs collectivityId={id} />
      <PageHeader
        title="Comparaison"
        lead={`${describeSide(before)} → ${describeSide(after)}`}
        breadcrumb={[
          { label: "Plan climat", href: `/plan-climat?collectivite=${id}` as Route },
          { label: "Instantanés", href: `/plan-climat/instantanes?collectivite=${id}` as Route },
        ]}
      />
      <CompareForm collectivity={id} snapshots={snapshots} before={avant} after={apres} />
      <FigureRow>
        <SideTile label="Avant" plan={before} />
        <SideTile label="Après" plan={after} />
      </FigureRow>
      <PartDifferences actions={actions} measureDepth={measureDepth} />
      <ActionDifferences actions={actions} measureDepth={measureDepth} collectivityId={id} />
      <ProfileDifferences
        differences={profile}
        isKnown={isProfileKnown}
        questions={readShippedPersonalisation().questions}
      />
    </>
  );
}

function describeSide({ snapshot }: ComparedPlan): string {
  return snapshot ? `« ${snapshot.name} », du ${formatInstant(snapshot.takenAtMs)}` : "le plan d’aujourd’hui";
}

function SideTile({ label, plan }: { label: string; plan: ComparedPlan }) {
  const { donePoints, potentialPoints, plannedPoints, stars } = plan;
  return (
    <FigureTile
      label={label}
      value={potentialPoints > 0 ? formatPercent(donePoints / potentialPoints) : "–"}
      period={`${formatNumber(donePoints, { minDecimals: 1 })} sur ${formatNumber(potentialPoints, { minDecimals: 1 })} points, ${formatNumber(plannedPoints, { minDecimals: 1 })} programmés`}
      freshness={`${formatCount(stars, "étoile permise", "étoiles permises")}, ${describeSide(plan)}`}
    />
  );
}
