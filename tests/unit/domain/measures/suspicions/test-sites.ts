import { demonstrationCurves } from "@/lib/domain/demonstration/demonstration-curves";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { findSuspicions } from "@/lib/domain/measures/suspicions/find-suspicions";
import type { SuspicionContext } from "@/lib/domain/measures/suspicions/suspicion-context";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const { measured } = DEMONSTRATION_OPERATION;

/** The thirteen months of the demonstration, with what is known of each site. */
export const SITES = demonstrationCurves(parisPeriodAxis(measured.from, measured.toExclusive, 30)).map(
  ({ meteringPoint, quantity, series }) => {
    const context: SuspicionContext = {
      quantity,
      isSolar: meteringPoint.role === "producer",
      place: meteringPoint,
      subscribedPowerVa: meteringPoint.role === "consumer" ? meteringPoint.subscribedPowerVa : null,
      peakPowerW: meteringPoint.role === "producer" ? meteringPoint.peakPowerW : null,
    };
    return { name: meteringPoint.name, series, context };
  },
);

export type Site = (typeof SITES)[number];

export function siteOf(name: string): Site {
  const site = SITES.find((candidate) => candidate.name === name);
  if (!site) throw new Error(`no site called ${name}`);
  return site;
}

export const TOWN_HALL = siteOf("Mairie");
export const ROOF = siteOf("Toiture de la salle de convivialité");

/** A site with another curve. */
export function spoil(site: Site, change: (energyWh: Float64Array, series: EnergySeries) => void): Site {
  const energyWh = site.series.energyWh.slice();
  change(energyWh, site.series);
  return { ...site, series: { axis: site.series.axis, energyWh } };
}

/** The steps of a day of the demonstration. */
export function stepsOf({ series }: Site, day: string): { readonly start: number; readonly end: number } {
  const span = listParisDays(series.axis).find((candidate) => candidate.day === civilDate(day));
  if (!span) throw new Error(`no such day: ${day}`);
  return { start: span.start, end: span.start + span.length };
}

/** Multiplies the days from one to the day before another. */
export function scale(site: Site, from: string, toExclusive: string, factor: number): Site {
  const [start, end] = [stepsOf(site, from).start, stepsOf(site, toExclusive).start];
  return spoil(site, (energyWh) => {
    for (let t = start; t < end; t += 1) energyWh[t] = (energyWh[t] as number) * factor;
  });
}

/** What is found, in short. */
export function suspicionsOf({ series, context }: Site): readonly string[] {
  return findSuspicions(series, context).map(({ reason, from, toExclusive }) => `${reason} ${from} ${toExclusive}`);
}
