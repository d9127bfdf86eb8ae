import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AuditNotice } from "@/components/climate/audit-notice";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { PageHeader } from "@/components/ui/page-header";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { describeAnswer } from "@/lib/format/describe-answer";
import { formatNumber } from "@/lib/format/format-number";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { type ClimatePlan, readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import {
  type WeighedClimateQuestion,
  weighClimateQuestions,
} from "@/lib/services/climate-plan/weigh-climate-questions";
import { ProfileForm } from "./profile-form";
import type { ShownQuestion } from "./question-list";

export const metadata: Metadata = { title: "Personnalisation du plan climat" };

export default async function ProfilePage({ searchParams }: PageProps<"/plan-climat/personnalisation">) {
  const { collectivite } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) notFound();
  const { collectivity } = chosen;
  const plan = await readClimatePlan(collectivity.id);
  const { profile } = plan;
  const titles = listTitles(plan.referential.root);
  return (
    <>
      <PageHeader
        title="Personnalisation"
        lead="Ce que la collectivité est et ce dont elle a la charge change ce que valent les actions. Chaque changement est expliqué sur la mesure."
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${collectivity.id}` as Route }]}
      />
      <PlanTabs collectivityId={collectivity.id} />
      <AuditNotice access={collectivity} />
      <ProfileForm
        collectivity={collectivity.id}
        kind={profile.kind}
        population={profile.population}
        isOverseas={profile.isOverseas}
        questions={weighClimateQuestions(plan).map((question) => toShown(question, plan, titles))}
        mayWrite={collectivity.mayWrite}
      />
    </>
  );
}

function toShown(
  { answers, measures, ...question }: WeighedClimateQuestion,
  { profile }: ClimatePlan,
  titles: ReadonlyMap<string, string>,
): ShownQuestion {
  const given = profile.answers.get(question.id) ?? null;
  return {
    question,
    answer: given,
    effects: measures.map(({ id, unansweredPoints, potentialPoints }) => ({
      measure: titles.get(id) ?? id,
      options: [
        { label: "sans réponse", points: toPoints(unansweredPoints), isGiven: given === null },
        ...answers.map((answer, index) => ({
          label: describeAnswer(answer, question),
          points: toPoints(potentialPoints[index]),
          isGiven: answer === given,
        })),
      ],
    })),
  };
}

const toPoints = (points: number | undefined) => formatNumber(points, { minDecimals: 1 });

function listTitles({ id, number, title, children }: ReferentialNode): ReadonlyMap<string, string> {
  const own: [string, string] = [id, title === null ? number : `${number} ${title}`];
  return new Map([own, ...children.flatMap((child) => [...listTitles(child)])]);
}
