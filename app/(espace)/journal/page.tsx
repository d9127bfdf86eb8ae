import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { toTrailPlace } from "@/lib/schemas/trail-search";
import { requireAdministeredCollectivity } from "@/lib/server/require-administered-collectivity";
import { readJournal } from "@/lib/services/journal/read-journal";
import { CollectivityChoice } from "./collectivity-choice";
import { journalAddress } from "./journal-address";
import { JournalList } from "./journal-list";

export const metadata: Metadata = { title: "Journal" };

/** For administrators: what was done in the whole collectivity, its accounts included. */
export default async function CollectivityJournalPage({ searchParams }: PageProps<"/journal">) {
  const given = await searchParams;
  const chosen = await requireAdministeredCollectivity(given.collectivite);
  if (!chosen) notFound();
  const { collectivity, others } = chosen;
  const search = journalSearchSchema.parse(given);
  const scope = { kind: "collectivity", id: collectivity.id } as const;
  const page = await readJournal(scope, toJournalFilter(search), toTrailPlace(search.avant));
  const kept = { collectivite: collectivity.id };
  return (
    <>
      <CollectivityChoice address="/journal" chosen={collectivity} others={others} />
      <JournalList
        lead={`Tout ce qui a été écrit dans « ${collectivity.name} » : ses opérations, son plan climat, ses comptes. Rien ne s’y modifie ni ne s’y efface ; les participants n’y sont pas nommés.`}
        caption={`Journal de ${collectivity.name}`}
        page={page}
        search={search}
        address="/journal"
        kept={kept}
        namesOperation
        actions={
          <ButtonLink href={journalAddress("/journal/consultations", kept)} variant="default">
            Consultations
          </ButtonLink>
        }
      />
    </>
  );
}
