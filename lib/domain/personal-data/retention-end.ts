import { addDays, type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import type { Retention, RetentionFacts } from "./retention";

const KEPT_YEARS = 5;

/**
 * Until when the data of a participant are kept: five years after the last of the end of his stays and the end of
 * validity of his consents.
 *
 * A consent without end holds as long as he takes part; of somebody who never did, it counts from its signature [I].
 *
 * @param today - A stay that ends today is over.
 * @see convention, annexe 4: "conservées […] pendant 5 ans à compter de sa signature conformément à l'article 2 224 du
 *   code civil", "détruites cinq ans après la fin de validité de la présente autorisation"
 */
export function retentionEnd({ stays, consents }: RetentionFacts, today: CivilDate): Retention {
  if (stays.some(({ toExclusive }) => toExclusive === null)) return { kind: "participating", until: null };
  const stayEnd = latest(stays.flatMap(({ toExclusive }) => toExclusive ?? []));
  if (stayEnd !== null && stayEnd > today) return { kind: "participating", until: stayEnd };
  const consentEnd = latest(
    consents.map(({ givenDay, expiryDay, withdrawnDay }) => earliest(expiryDay, withdrawnDay) ?? stayEnd ?? givenDay),
  );
  const endedOn = latest([stayEnd, consentEnd].flatMap((day) => day ?? []));
  if (endedOn === null) return { kind: "unbound" };
  return { kind: "kept", lastBond: endedOn === stayEnd ? "stay" : "consent", endedOn, endDay: yearsAfter(endedOn) };
}

// 29 February has no anniversary five years later: the day after keeps the years whole.
function yearsAfter(day: CivilDate): CivilDate {
  const text = `${Number(day.slice(0, 4)) + KEPT_YEARS}${day.slice(4)}`;
  return isCivilDate(text) ? text : addDays(`${text.slice(0, 4)}-02-28` as CivilDate, 1);
}

function latest(days: readonly CivilDate[]): CivilDate | null {
  return days.toSorted().at(-1) ?? null;
}

function earliest(...days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.flatMap((day) => day ?? []).toSorted()[0] ?? null;
}
