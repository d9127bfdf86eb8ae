import type { Metadata } from "next";
import { JournalList } from "@/app/(espace)/journal/journal-list";
import { journalSearchSchema, toJournalFilter } from "@/lib/schemas/journal";
import { toTrailPlace } from "@/lib/schemas/trail-search";
import { requireInstance } from "@/lib/server/authorize-instance";
import { readJournal } from "@/lib/services/journal/read-journal";

export const metadata: Metadata = { title: "Journal de l’installation" };

/** Accounts, collectivities, sessions and keys; nothing that an operation holds. */
export default async function InstallationJournalPage({ searchParams }: PageProps<"/installation/journal">) {
  const { id } = await requireInstance();
  const search = journalSearchSchema.parse(await searchParams);
  const page = await readJournal({ kind: "installation", id }, toJournalFilter(search), toTrailPlace(search.avant));
  return (
    <JournalList
      lead="Ce qui a été fait des comptes, des collectivités, des sessions et des clés, du plus récent au plus ancien. Rien de ce que les opérations contiennent n’y figure ; rien ne s’y modifie ni ne s’y efface."
      caption="Journal de l’installation"
      page={page}
      search={search}
      address="/installation/journal"
      namesOperation={false}
    />
  );
}
