import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { PlanExports } from "@/components/climate/plan-exports";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { formatCount, formatNumber, UNKNOWN } from "@/lib/format/format-number";
import { formatPercent } from "@/lib/format/format-percent";
import { describePlanAuthor } from "@/lib/format/plan-history-table";
import { isUuid } from "@/lib/server/is-uuid";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { readClimateSnapshot } from "@/lib/services/climate-plan/read-climate-snapshot";
import { FrozenTree } from "./frozen-tree";

export const metadata: Metadata = { title: "Instantané du plan climat" };

type Props = PageProps<"/plan-climat/instantanes/[instantane]">;

export default async function SnapshotPage({ params, searchParams }: Props) {
  const { collectivite } = await searchParams;
  const { instantane } = await params;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  const id = chosen?.collectivity.id;
  const snapshot = id && isUuid(instantane) ? await readClimateSnapshot(id, instantane) : null;
  if (!snapshot) notFound();
  const { head, content } = snapshot;
  const { donePoints, potentialPoints, plannedPoints } = head;
  const points = (value: number) => formatNumber(value, { minDecimals: 1 });
  return (
    <>
      <PlanTabs collectivityId={String(id)} />
      <PageHeader
        title={head.name}
        lead={`Le plan climat tel qu’il était le ${formatInstant(head.takenAtMs)}. Rien n’y change plus.`}
        breadcrumb={[
          { label: "Plan climat", href: `/plan-climat?collectivite=${id}` as Route },
          { label: "Instantanés", href: `/plan-climat/instantanes?collectivite=${id}` as Route },
        ]}
        actions={
          <>
            <ButtonLink
              href={`/plan-climat/instantanes/comparer?collectivite=${id}&avant=${head.id}&apres=today` as Route}
              variant="default"
            >
              Comparer à aujourd’hui
            </ButtonLink>
            <PlanExports collectivityId={String(id)} snapshotId={head.id} />
          </>
        }
      />
      <KeyValues
        items={[
          {
            label: "Pris par",
            value: describePlanAuthor({ actorId: head.authorId, actorName: head.authorName }),
          },
          { label: "Pourquoi", value: head.reason ?? UNKNOWN },
          {
            label: "Score",
            value: `${potentialPoints > 0 ? formatPercent(donePoints / potentialPoints) : UNKNOWN}, ${points(donePoints)} sur ${points(potentialPoints)} points`,
          },
          { label: "Programmé", value: `${points(plannedPoints)} points` },
          { label: "Étoiles permises", value: formatCount(head.stars, "étoile", "étoiles") },
        ]}
      />
      <PageSection title="Mesures">
        <FrozenTree content={content} />
      </PageSection>
    </>
  );
}
