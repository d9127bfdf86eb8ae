import { Stack } from "@mantine/core";
import type { Route } from "next";
import { journalAddress } from "@/app/(espace)/journal/journal-address";
import { ConsultationFilter } from "@/components/journal/consultation-filter";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { ConsultationSearch } from "@/lib/schemas/consultations";
import { writeTrailPlace } from "@/lib/schemas/trail-search";
import type { ConsultationPage } from "@/lib/services/journal/read-consultations";
import { consultationColumns, toConsultationRow } from "./consultation-rows";

type ConsultationListProps = {
  /** Of what, as the reader knows it. */
  readonly name: string;
  readonly page: ConsultationPage;
  readonly search: ConsultationSearch;
  /** Of the screen, without its search. */
  readonly address: string;
  readonly journal: Route;
  /** What the address says besides the search: of which collectivity, where there are several. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly namesOperation: boolean;
};

/** Who looked at what, found again by day, person and object. */
export function ConsultationList({
  name,
  page: { consultations, next, actors },
  search,
  address,
  journal,
  kept = {},
  namesOperation,
}: ConsultationListProps) {
  const to = (change: Partial<ConsultationSearch>) =>
    journalAddress(address, { ...kept, ...search, avant: undefined, ...change });
  return (
    <>
      <PageHeader
        title={search.id ? "Consultations d’un objet" : "Consultations"}
        breadcrumb={[{ label: "Journal", href: journal }]}
        lead={`Qui a vu quoi dans « ${name} » : la première fois de chaque jour, par personne et par objet. Une consultation est gardée douze mois. Un participant qui regarde ses propres chiffres n’y figure pas.`}
        actions={
          <>
            {search.id && (
              <ButtonLink href={journalAddress(address, kept)} variant="default">
                Toutes les consultations
              </ButtonLink>
            )}
            <ButtonLink
              href={journalAddress(`${address}/csv`, { ...kept, ...search, avant: undefined })}
              variant="default"
              download
            >
              Télécharger (CSV)
            </ButtonLink>
          </>
        }
      />
      <Stack>
        <ConsultationFilter search={search} actors={actors} kept={kept} />
        <DataTable
          caption={`Consultations de ${name}`}
          columns={consultationColumns({ namesOperation })}
          hasFilter={false}
          rows={consultations.map((each) => toConsultationRow(each, (id) => journalAddress(address, { ...kept, id })))}
          empty={
            <EmptyState
              title="Rien à montrer"
              purpose="Aucune consultation ne correspond à ce filtre."
              needed="un filtre plus large : une autre période, une autre personne ou un autre objet."
            />
          }
        />
        {next && (
          <ButtonLink href={to({ avant: writeTrailPlace(next) })} variant="default">
            Plus anciennes
          </ButtonLink>
        )}
      </Stack>
    </>
  );
}
