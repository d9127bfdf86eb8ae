import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CollectivityChoice } from "@/app/(espace)/journal/collectivity-choice";
import { journalAddress } from "@/app/(espace)/journal/journal-address";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { toTrailPlace } from "@/lib/schemas/trail-search";
import { requireAdministeredCollectivity } from "@/lib/server/require-administered-collectivity";
import { readConsultations } from "@/lib/services/journal/read-consultations";
import { ConsultationList } from "./consultation-list";

export const metadata: Metadata = { title: "Consultations" };

const ADDRESS = "/journal/consultations";

/** For administrators: who looked at what, kept for twelve months. */
export default async function ConsultationsPage({ searchParams }: PageProps<"/journal/consultations">) {
  const given = await searchParams;
  const chosen = await requireAdministeredCollectivity(given.collectivite);
  if (!chosen) notFound();
  const { collectivity, others } = chosen;
  const search = consultationSearchSchema.parse(given);
  const scope = { kind: "collectivity", id: collectivity.id } as const;
  const page = await readConsultations(scope, toConsultationFilter(search), toTrailPlace(search.avant));
  const kept = { collectivite: collectivity.id };
  return (
    <>
      <CollectivityChoice address={ADDRESS} chosen={collectivity} others={others} />
      <ConsultationList
        name={collectivity.name}
        page={page}
        search={search}
        address={ADDRESS}
        journal={journalAddress("/journal", kept)}
        kept={kept}
        namesOperation
      />
    </>
  );
}
