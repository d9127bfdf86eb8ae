import type { Duty } from "@/lib/domain/correspondence/duty";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConventionLetter } from "./convention-letter";
import { letterEffectDay } from "./letter-effect-day";
import type { LetterFacts } from "./letter-facts";
import { letterSettledDay } from "./letter-settled-day";

/** To settle a dispute, and again each time both renew it (art. 8.8). [months] */
const DISPUTE_MONTHS = 2;

/**
 * What a letter makes somebody do and by when, and what the DSO owed with it: its own notices are due some days after what
 * they tell of, so that their lateness shows.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.2, 5.1.1, 5.1.4, 8.3, 8.5, 8.6, 8.8.
 */
export function listLetterDuties(letter: ConventionLetter, facts: LetterFacts, region: HolidayRegion): readonly Duty[] {
  const { kind, receivedDay, sentDay, effectDay, steps } = letter;
  const doneOn = letterSettledDay(letter, facts);
  const toDo: Duty = { rule: "letter", anchorDay: receivedDay, doneOn };
  const toTell: Duty = { rule: "end-notice-participants", anchorDay: receivedDay, doneOn };
  const sent = sentDay ?? receivedDay;
  switch (kind) {
    case "consent_proof":
      return [{ rule: "consent-proof", anchorDay: receivedDay, doneOn }];
    case "agreement_proof":
      return [{ rule: "agreement-proof", anchorDay: receivedDay, doneOn }];
    case "access_ended":
      return [toDo, { rule: "exit-by-termination", anchorDay: effectDay ?? receivedDay, doneOn: receivedDay }];
    case "access_suspended":
      return [
        { rule: "suspension-coefficients", anchorDay: receivedDay, doneOn },
        { rule: "suspension-notice-prm", anchorDay: effectDay ?? receivedDay, doneOn: receivedDay },
        ...(doneOn === null || isDropped(letter) ? [] : [application(letter, facts, doneOn)]),
      ];
    case "convention_change":
      return [
        { rule: "convention-change-refusal", anchorDay: receivedDay, doneOn },
        ...(isDropped(letter) ? [] : [changeEffect(letter)]),
      ];
    case "annex_change":
      return [toDo, { rule: "annex-change", anchorDay: receivedDay, doneOn: null }];
    case "suspension":
      return [
        toTell,
        ...(letter.isImmediate ? [] : [{ rule: "suspension-notice", anchorDay: sent, doneOn: null } as const]),
        ...endNotice(letter, facts, region),
      ];
    case "breach_termination":
      return [
        toTell,
        { rule: "breach-termination", anchorDay: sent, doneOn: null },
        ...endNotice(letter, facts, region),
      ];
    case "termination":
      return [
        toTell,
        { rule: "termination", anchorDay: letterEffectDay(letter, region) ?? sent, doneOn: null },
        ...endNotice(letter, facts, region),
      ];
    case "dispute": {
      const renewals = steps.filter(({ move }) => move === "renewed").length;
      // Counted from the anchor at once: two months twice after 31 December end on 30 April, not on the 28th.
      const lastDay = addMonths(receivedDay, DISPUTE_MONTHS * (renewals + 1));
      return [{ rule: "dispute", anchorDay: receivedDay, lastDay, doneOn }];
    }
    case "start_notice":
      return [toDo, { rule: "start-delay", anchorDay: receivedDay, doneOn: null }];
    case "contact_change":
      return [toDo, { rule: "address-change", anchorDay: receivedDay, doneOn: null }];
    default:
      return [toDo];
  }
}

/** Refused, or nothing follows from it: what it announces does not take place. */
function isDropped({ steps }: ConventionLetter): boolean {
  return steps.some(({ move }) => move === "refused" || move === "closed");
}

/** On the day the letter gives, never sooner than the month that art. 8.3 leaves. */
function changeEffect({ receivedDay, effectDay }: ConventionLetter): Duty {
  const earliest = addMonths(receivedDay, 1);
  const lastDay = effectDay !== null && effectDay > earliest ? effectDay : earliest;
  return { rule: "convention-change", anchorDay: receivedDay, lastDay, doneOn: null };
}

/** The day of application that the DSO owes once it has the new coefficients; the day they left stands for their arrival. */
function application({ steps }: ConventionLetter, { keyAnsweredDay }: LetterFacts, answeredDay: CivilDate): Duty {
  const applied = steps.find(({ move }) => move === "applied")?.day ?? keyAnsweredDay;
  return { rule: "suspension-applied", anchorDay: answeredDay, doneOn: applied };
}

/**
 * The DSO's own notice of an end that only a letter announces: once it is recorded, the record calls for it. A suspension for
 * safety leaves no time for one.
 */
function endNotice(letter: ConventionLetter, facts: LetterFacts, region: HolidayRegion): readonly Duty[] {
  const effectDay = letterEffectDay(letter, region);
  if (effectDay === null || letter.isImmediate || isDropped(letter) || facts.endingDays.includes(effectDay)) return [];
  const told = facts.dsoNotices.find((notice) => notice.effectDay === effectDay);
  return [{ rule: "end-notice", anchorDay: effectDay, doneOn: told?.toldDay ?? null }];
}
