import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { describeRuleCause } from "@/lib/format/describe-rule-cause";
import { formatPercent } from "@/lib/format/format-percent";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { today } from "@/lib/server/today";
import { type ClimateMeasure, readClimateMeasure } from "@/lib/services/climate-plan/read-climate-measure";
import { EvidenceSection } from "./evidence-section";
import { type BoardNode, MeasureBoard } from "./measure-board";

export const metadata: Metadata = { title: "Mesure du plan climat" };

export default async function MeasurePage({ params, searchParams }: PageProps<"/plan-climat/mesures/[mesure]">) {
  const { collectivite } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  const found = chosen && (await readClimateMeasure(chosen.collectivity.id, (await params).mesure));
  if (!found) notFound();
  const { collectivity } = chosen;
  const { measure, sections, statuses, notes, members, consequences } = found;
  return (
    <>
      <PlanTabs collectivityId={collectivity.id} />
      <AuditNotice access={collectivity} />
      <PageHeader
        title={`${measure.number} ${measure.title ?? "Mesure"}`}
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${collectivity.id}` as Route }]}
        actions={
          <ButtonLink
            href={`/plan-climat/historique?collectivite=${collectivity.id}&action=${measure.number}` as Route}
            variant="default"
          >
            Historique de la mesure
          </ButtonLink>
        }
      />
      <Reasons found={found} />
      <MeasureBoard
        key={measure.id}
        root={toBoard(measure, sections)}
        statuses={[...statuses]}
        notes={[...notes]}
        consequences={[...consequences]}
        collectivity={collectivity.id}
        userId={collectivity.actor.userId}
        members={members}
        day={await today()}
        mayWrite={collectivity.mayAnswer}
      />
      <EvidenceSection measure={measure} plan={collectivity} />
    </>
  );
}

/** What personalisation changes in this measure, and because of what. */
function Reasons({ found: { explained, questions, measure } }: { found: ClimateMeasure }) {
  const ids = new Map(list(measure).map(({ id, number }) => [id, number]));
  const inside = [...explained].filter(([id]) => ids.has(id));
  if (inside.length === 0) return null;
  return (
    <PageSection title="Personnalisation">
      {inside.map(([id, { consequence, causes }]) => (
        <Notice key={id} title={describeConsequence(ids.get(id) ?? id, consequence)}>
          {[...new Set(Object.values(causes).flat())].map((cause) => (
            <p key={JSON.stringify(cause)}>{`Parce que ${describeRuleCause(cause, questions)}.`}</p>
          ))}
        </Notice>
      ))}
    </PageSection>
  );
}

function describeConsequence(
  number: string,
  { deactivated, potentialFactor }: { readonly deactivated?: boolean; readonly potentialFactor?: number },
): string {
  if (deactivated) return `${number} ne s’applique pas à votre collectivité`;
  if (potentialFactor !== undefined) return `${number} compte pour ${formatPercent(potentialFactor, 0)} de ses points`;
  return `Le score de ${number} dépend de celui d’autres mesures`;
}

function list(node: ReferentialNode): readonly ReferentialNode[] {
  return [node, ...node.children.flatMap(list)];
}

function toBoard(node: ReferentialNode, sections: ClimateMeasure["sections"]): BoardNode {
  const { id, number, title, points, category, children } = node;
  return {
    id,
    number,
    title,
    points,
    category,
    sections: sections.get(number) ?? [],
    children: children.map((child) => toBoard(child, sections)),
  };
}
