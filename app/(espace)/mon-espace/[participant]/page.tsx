import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnYear } from "@/lib/domain/participant-space/list-own-year";
import { ownMonthSearchSchema } from "@/lib/schemas/participant-space";
import { requireParticipant } from "@/lib/server/authorize-participant";
import { today } from "@/lib/server/today";
import { readOwnComparison } from "@/lib/services/participant-space/read-own-comparison";
import { readOwnMonths } from "@/lib/services/participant-space/read-own-months";
import { readOwnSituation } from "@/lib/services/participant-space/read-own-situation";
import { MonthSection } from "./month-section";
import { OthersSection } from "./others-section";
import { OwnPapers } from "./own-papers";
import { SituationSections } from "./situation-sections";
import { YearSection } from "./year-section";

export const metadata: Metadata = { title: "Mon espace" };

/** What a participant's own metering points did: one month, the year, his share, his dates, the others, his papers. */
export default async function OwnSpacePage({ params, searchParams }: PageProps<"/mon-espace/[participant]">) {
  const [participant, search, day] = await Promise.all([
    params.then(({ participant: id }) => requireParticipant(id)),
    searchParams,
    today(),
  ]);
  const { own, name, sheet } = participant;
  const [months, situation, comparisons] = await Promise.all([
    readOwnMonths(own),
    readOwnSituation(own, sheet, day),
    readOwnComparison(own),
  ]);
  const { mois } = ownMonthSearchSchema.parse(search);
  const shown = months.find(({ run }) => run.period.from === mois) ?? months.at(-1);
  const base = `/mon-espace/${own.participantId}`;
  return (
    <>
      <PageHeader title="Mon espace" lead={`${name} · ${sheet.name}`} />
      {shown ? (
        <MonthSection own={own} month={shown} months={months} base={base} />
      ) : (
        <EmptyState
          title="Pas encore de résultat"
          purpose="Ici s’afficheront chaque mois ce que vos compteurs ont consommé ou produit, et ce qui est venu de l’opération."
          needed="que le premier mois de votre participation soit terminé, mesuré et calculé par l’organisateur."
        />
      )}
      <SituationSections situation={situation} today={day} />
      {months.length > 0 && (
        <YearSection year={listOwnYear(months, situation.periods, situation.stays, day)} base={base} />
      )}
      {months.some(({ consumption }) => consumption !== null) && <OthersSection comparisons={comparisons} />}
      <OwnPapers base={base} />
    </>
  );
}
