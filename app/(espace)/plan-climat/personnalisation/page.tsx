import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { PlanTabs } from "@/components/climate/plan-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { isGranted } from "@/lib/server/permissions";
import { requireCollectivity } from "@/lib/server/require-collectivity";
import { readClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { ProfileForm } from "./profile-form";

export const metadata: Metadata = { title: "Personnalisation du plan climat" };

export default async function ProfilePage({ searchParams }: PageProps<"/plan-climat/personnalisation">) {
  const { collectivite } = await searchParams;
  const chosen = await requireCollectivity(typeof collectivite === "string" ? collectivite : undefined);
  if (!chosen) notFound();
  const { collectivity } = chosen;
  const { profile, questions } = await readClimatePlan(collectivity.id);
  return (
    <>
      <PlanTabs collectivityId={collectivity.id} />
      <PageHeader
        title="Personnalisation"
        lead="Ce que la collectivité est et ce dont elle a la charge change ce que valent les actions. Chaque changement est expliqué sur la mesure."
        breadcrumb={[{ label: "Plan climat", href: `/plan-climat?collectivite=${collectivity.id}` as Route }]}
      />
      <ProfileForm
        collectivity={collectivity.id}
        kind={profile.kind}
        population={profile.population}
        isOverseas={profile.isOverseas}
        answers={Object.fromEntries(profile.answers)}
        questions={questions}
        mayWrite={isGranted(collectivity.role, "write")}
      />
    </>
  );
}
