import type { OwnRun } from "@/lib/domain/participant-space/own-months";
import type { OwnDate, OwnKey, OwnStay } from "@/lib/domain/participant-space/own-registry";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay, formatPeriodName } from "./format-date";
import { formatInstantDay } from "./format-instant";

/** Of which stored run a month's figures are, and what they are worth. */
export function describeOwnRun({ version, createdAt, isClosed, isStale }: OwnRun): string {
  const made = `Calcul du ${formatInstantDay(createdAt)}, version ${version}`;
  if (isStale && isClosed) return `${made} : définitif, bien que des données aient changé depuis.`;
  if (isStale) return `${made} : provisoire, des données ont changé depuis et il sera refait.`;
  return isClosed ? `${made} : définitif.` : `${made} : provisoire tant que le mois n’est pas clos.`;
}

/** What each kind of key means for who consumes. */
export const OWN_KEY_MEANINGS: Readonly<Record<OwnKey["kind"], string>> = {
  static:
    "Votre part est fixe : à chaque demi-heure, elle vous est réservée dans la production, que vous en ayez besoin ou non.",
  dynamic_simple:
    "Votre part est dynamique : l’organisateur la fixe pour chaque pas de temps, après le mois, selon une règle connue de tous.",
  dynamic_full:
    "Votre part est dynamique : l’organisateur la fixe pour chaque pas de temps et chaque producteur, après le mois, selon une règle connue de tous.",
  default: "À chaque pas de temps, la production est partagée au prorata des consommations de tous.",
};

const DATES: Readonly<Record<OwnDate["kind"], (prm: string) => string>> = {
  entry: (prm) => `votre compteur ${prm} entre dans l’opération`,
  exit: (prm) => `votre compteur ${prm} ne compte plus dans l’opération à partir de ce jour`,
  key: () => "de nouveaux coefficients s’appliquent",
  period_end: () => "fin du mois en cours ; son calcul suit, une fois les mesures reçues",
  consent_end: () => "dernier jour d’un de vos consentements",
};

/** One of his next dates in a sentence. */
export function describeOwnDate({ day, kind, prm }: OwnDate): string {
  return `${formatDay(day)} : ${DATES[kind](prm ?? "")}`;
}

/** One of his metering points, what it does there, and from when to when as seen on a day. */
export function describeOwnStay({ prm, site, role, from, toExclusive }: OwnStay, today: CivilDate): string {
  const what = role === "consumer" ? "consommation" : "production";
  const name = site === null ? prm : `${site} (${prm})`;
  const since = from > today ? "à partir du" : "depuis le";
  const until = toExclusive === null ? "" : `, jusqu’au ${formatDay(addDays(toExclusive, -1))}`;
  return `${name} : ${what}, ${since} ${formatDay(from)}${until}`;
}

/** « avril 2026 », or the days where the period is no month of the calendar. */
export function nameOwnMonth({ period }: OwnRun): string {
  return formatPeriodName(period.from, period.toExclusive);
}

/** How a roof is called that is not his and of no public body. */
export const OTHER_ROOF = "Une toiture d’un autre participant";

/** What stands for a signed document of his that others signed too. */
export const SHARED_DOCUMENT = "document commun à plusieurs participants, à demander à l’organisateur";
