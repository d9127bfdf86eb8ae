import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { foldLine } from "./fold-line";

/** A whole day in a calendar. */
export type CalendarEvent = {
  /** The same for the same thing, for good: a calendar then moves it instead of adding another. */
  readonly uid: string;
  readonly day: CivilDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly category: string;
  readonly changedAt: Date;
  /** Never falls: a calendar keeps the event whose number is the highest. */
  readonly sequence: number;
  /** Whether the calendar rings the morning before. */
  readonly hasAlarm: boolean;
};

export type Calendar = { readonly name: string; readonly events: readonly CalendarEvent[] };

/** How often it is worth reading again. */
const REFRESH = "PT6H";
/** Nine in the morning of the day before: a whole day starts at midnight. */
const ALARM = "-PT15H";

/**
 * A calendar as a text/calendar document: events of a whole day, lines of 75 octets that end with CRLF.
 *
 * @see RFC 5545; RFC 7986 for NAME and REFRESH-INTERVAL.
 */
export function writeCalendar({ name, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Prorata//Echeances//FR",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap(listEventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function listEventLines(event: CalendarEvent): readonly string[] {
  const { uid, day, summary, description, url, category, changedAt, sequence, hasAlarm } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${writeInstant(changedAt)}`,
    `LAST-MODIFIED:${writeInstant(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${writeDay(day)}`,
    `DTEND;VALUE=DATE:${writeDay(addDays(day, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    `CATEGORIES:${escapeText(category)}`,
    "TRANSP:TRANSPARENT", // a deadline does not make one busy
    ...(hasAlarm
      ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escapeText(summary)}`, `TRIGGER:${ALARM}`, "END:VALARM"]
      : []),
    "END:VEVENT",
  ];
}

const writeDay = (day: CivilDate): string => day.replaceAll("-", "");

const writeInstant = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** A text of RFC 5545, section 3.3.11: no control character but the line feed, which is written `\n`. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r?\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, "");
}
