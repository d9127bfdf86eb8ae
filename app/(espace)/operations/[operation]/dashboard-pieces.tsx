import { Suspense } from "react";
import { BuildingRanking } from "@/components/dashboard/building-ranking";
import { TypicalDay } from "@/components/dashboard/typical-day";
import { PageSection } from "@/components/ui/page-section";
import { civilSeason } from "@/lib/domain/dashboard/civil-season";
import type { TypicalDay as TypicalDayFigures } from "@/lib/domain/dashboard/typical-day";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { formatPeriod } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { readBuildingRanking } from "@/lib/services/dashboard/read-building-ranking";
import { readTypicalDays } from "@/lib/services/dashboard/read-typical-days";

export type DashboardPiecesProps = {
  operation: AuthorizedOperation;
  /** The settlement periods that begin on these days. */
  window: Period;
};

/** What an operation's months are made of: the typical day of each season, the sites. Each comes when it is read. */
export function DashboardPieces({ operation, window }: DashboardPiecesProps) {
  return (
    <>
      <PageSection title="Journée type par saison">
        <Suspense fallback={<p role="status">Lecture des courbes enregistrées…</p>}>
          <TypicalDays operation={operation} window={window} />
        </Suspense>
      </PageSection>
      <PageSection title="Sites les mieux et les moins couverts">
        <Suspense fallback={<p role="status">Lecture des sites…</p>}>
          <Buildings operation={operation} window={window} />
        </Suspense>
      </PageSection>
    </>
  );
}

async function TypicalDays({ operation, window }: DashboardPiecesProps) {
  const days = await readTypicalDays(operation.id, window);
  const last = civilSeason(addDays(window.toExclusive, -1));
  const isKnown = (season: string) => days.some((day) => day.season === season && day.days > 0);
  const season = isKnown(last) ? last : days.find((day) => day.days > 0)?.season;
  if (!season) return <p>Aucun jour calculé sur cette période.</p>;
  return (
    <TypicalDay
      days={days.map(roundToWh)}
      season={season}
      period={periodWords(window)}
      fileName={`${operation.sheet.slug}-journee-type-${window.from}`}
    />
  );
}

async function Buildings({ operation, window }: DashboardPiecesProps) {
  const { slug } = operation.sheet;
  const namesPersons = isGranted(operation.role, "write");
  const ranking = await readBuildingRanking(operation.id, window, { namesPersons });
  if (ranking.buildings.length === 0 && !ranking.grouped) return <p>Aucun site calculé sur cette période.</p>;
  return (
    <BuildingRanking
      ranking={ranking}
      pointHref={`/operations/${slug}/participants/prm/{prm}`}
      fileName={`${slug}-sites-${window.from}`}
    />
  );
}

const periodWords = ({ from, toExclusive }: Period): string => formatPeriod(from, toExclusive);

/** Half-hours of a mean day are read to the watt-hour: every decimal would weigh on the page. */
function roundToWh({ productionWh, withdrawalWh, selfConsumedWh, ...day }: TypicalDayFigures): TypicalDayFigures {
  const round = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : Math.round(value)));
  return {
    ...day,
    productionWh: round(productionWh),
    withdrawalWh: round(withdrawalWh),
    selfConsumedWh: round(selfConsumedWh),
  };
}
