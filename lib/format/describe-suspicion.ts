import type { Suspicion } from "@/lib/domain/measures/suspicions/suspicion";
import { formatDay, formatPeriod } from "./format-date";
import { formatEnergy, formatKw } from "./format-energy";
import { formatInstant } from "./format-instant";
import { formatCount, formatQuantity } from "./format-number";
import { formatPercent } from "./format-percent";

/** A suspicion in words: what, where with its figures, and what to look at. */
export type SuspicionText = {
  readonly title: string;
  /** Which days. */
  readonly period: string;
  readonly detail: string;
  readonly advice: string;
};

type Words = Pick<SuspicionText, "title" | "advice">;

const WORDS: Readonly<Record<Suspicion["reason"], Words>> = {
  flat_zero: {
    title: "Zéro pendant plusieurs jours",
    advice: "Vérifiez que le site est alimenté et que son compteur transmet, ou qu’il était fermé.",
  },
  flat_constant: {
    title: "Même puissance toute la journée",
    advice: "Le compteur ou la transmission s’est peut-être figé. Comparez avec les index.",
  },
  sun_down: {
    title: "Production la nuit",
    advice: "Vérifiez les heures du fichier, le sens de la mesure, et l’absence de batterie derrière le compteur.",
  },
  negative: {
    title: "Valeur négative",
    advice: "Soutirage et injection se comptent tous deux en positif : réimportez un fichier juste.",
  },
  above_subscribed: {
    title: "Puissance supérieure à la puissance souscrite",
    advice:
      "Vérifiez la puissance souscrite de la fiche, puis l’unité du fichier. Au-delà de 36 kVA, un dépassement existe.",
  },
  above_peak: {
    title: "Puissance supérieure à la puissance installée",
    advice: "Vérifiez la puissance crête de la fiche, puis l’unité du fichier.",
  },
  same_as_week_before: {
    title: "Jour identique à celui de la semaine précédente",
    advice:
      "C’est sans doute une correction faite par le gestionnaire du réseau (art. 5.2.3). Rien à faire si elle convient.",
  },
  same_as_other_day: {
    title: "Jour identique à un autre jour",
    advice: "Un fichier a peut-être été daté du mauvais jour. Redemandez la courbe.",
  },
  ten_times_more: {
    title: "Niveau multiplié par dix",
    advice: "Vérifiez l’unité du fichier et le rapport des transformateurs de courant.",
  },
  ten_times_less: {
    title: "Niveau divisé par dix",
    advice: "Vérifiez l’unité du fichier et le rapport des transformateurs de courant.",
  },
  thousand_times_more: { title: "Niveau multiplié par mille", advice: "Des W ont sans doute été lus comme des kW." },
  thousand_times_less: { title: "Niveau divisé par mille", advice: "Des kW ont sans doute été lus comme des W." },
  one_hour_late: {
    title: "Une heure de retard après le changement d’heure",
    advice: "Vérifiez l’horodatage du fichier, ou l’horloge d’une programmation du site.",
  },
  one_hour_early: {
    title: "Une heure d’avance après le changement d’heure",
    advice: "Vérifiez l’horodatage du fichier, ou l’horloge d’une programmation du site.",
  },
  opposite_to_sun: {
    title: "Production contraire au soleil",
    advice: "Un soutirage a peut-être été pris pour une injection, ou les heures sont décalées de douze heures.",
  },
  time_reversed: {
    title: "Journées lues à l’envers",
    advice: "L’ordre des heures du fichier est sans doute inversé : redemandez la courbe.",
  },
};

/** What is suspect, in the words of the board. */
export function describeSuspicion(suspicion: Suspicion): SuspicionText {
  const period = formatPeriod(suspicion.from, suspicion.toExclusive);
  return { ...WORDS[suspicion.reason], period, detail: describeFigures(suspicion) };
}

function describeFigures(suspicion: Suspicion): string {
  const steps = formatCount(suspicion.stepCount, "pas", "pas");
  const since = `${steps}, le premier le ${formatInstant(suspicion.firstMs)}`;
  switch (suspicion.kind) {
    case "flat":
      return `${steps} à ${formatPower(suspicion.powerW)}`;
    case "night_production":
      return `${since}, jusqu’à ${formatPower(suspicion.maxPowerW)}, ${formatEnergy(suspicion.energyWh)} en tout`;
    case "negative_value":
      return `${since}, jusqu’à ${formatPower(suspicion.minPowerW)}`;
    case "power_above_limit":
      return `${since}, jusqu’à ${formatPower(suspicion.maxPowerW)} pour ${formatPower(suspicion.limitW)}`;
    case "equal_days":
      return `${steps} égaux, depuis le ${formatInstant(suspicion.firstMs)}, à ceux du ${formatDay(suspicion.otherFrom)}`;
    case "level_jump":
      return `${formatPower(suspicion.powerW)} au lieu de ${formatPower(suspicion.usualPowerW)} les jours autour`;
    case "clock_shift":
      return `comparé aux deux semaines d’avant le ${formatDay(suspicion.from)}`;
    case "opposite_production":
      return `${formatPercent(suspicion.nightRatio)} de l’énergie hors du jour`;
  }
}

/** Small powers in W: a standby of 20 W is not « 0,0 kW ». */
function formatPower(powerW: number): string {
  return Math.abs(powerW) < 1_000 ? formatQuantity(powerW, "W") : formatKw(powerW);
}
