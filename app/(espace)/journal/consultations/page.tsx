import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CollectivityChoice } from "@/app/(espace)/journal/collectivity-choice";
import { journalAddress } from "@/app/(espace)/journal/journal-address";
import { ConsultationFilter } from "@/components/journal/consultation-filter";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { consultationSearchSchema, toConsultationFilter } from "@/lib/schemas/consultations";
import { toTrailPlace, writeTrailPlace } from "@/lib/schemas/trail-search";
import { requireAdministeredCollectivity } from "@/lib/server/require-administered-collectivity";
import { readConsultations } from "@/lib/services/journal/read-consultations";
import { CONSULTATION_COLUMNS, toConsultationRow } from "./consultation-rows";

export const metadata: Metadata = { title: "Consultations" };

const ADDRESS = "/journal/consultations";

/** For administrators: who looked at what, kept for twelve months. */
export default async function ConsultationsPage({ searchParams }: PageProps<"/journal/consultations">) {
  const given = await searchParams;
  const chosen = await requireAdministeredCollectivity(given.collectivite);
  if (!chosen) notFound();
  const { collectivity, others } = chosen;
  const search = consultationSearchSchema.parse(given);
  const filter = toConsultationFilter(search);
  const { consultations, next, actors } = await readConsultations(collectivity.id, filter, toTrailPlace(search.avant));
  const kept = { collectivite: collectivity.id };
  return (
    <>
      <CollectivityChoice address={ADDRESS} chosen={collectivity} others={others} />
      <PageHeader
        title={search.id ? "Consultations d’un objet" : "Consultations"}
        breadcrumb={[{ label: "Journal", href: journalAddress("/journal", kept) }]}
        lead={`Qui a vu quoi dans « ${collectivity.name} » : la première fois de chaque jour, par personne et par objet. Une consultation est gardée douze mois. Un participant qui regarde ses propres chiffres n’y figure pas.`}
        actions={
          <ButtonLink
            href={journalAddress(`${ADDRESS}/csv`, { ...kept, ...search, avant: undefined })}
            variant="default"
            download
          >
            Télécharger (CSV)
          </ButtonLink>
        }
      />
      <Stack>
        <ConsultationFilter search={search} actors={actors} kept={kept} />
        <DataTable
          caption={`Consultations de ${collectivity.name}`}
          columns={CONSULTATION_COLUMNS}
          hasFilter={false}
          rows={consultations.map((each) => toConsultationRow(each, (id) => journalAddress(ADDRESS, { ...kept, id })))}
          empty={
            <EmptyState
              title="Rien à montrer"
              purpose="Aucune consultation ne correspond à ce filtre."
              needed="un filtre plus large : une autre période, une autre personne ou un autre objet."
            />
          }
        />
        {next && (
          <ButtonLink
            href={journalAddress(ADDRESS, { ...kept, ...search, avant: writeTrailPlace(next) })}
            variant="default"
          >
            Plus anciennes
          </ButtonLink>
        )}
      </Stack>
    </>
  );
}
