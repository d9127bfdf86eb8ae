import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { foldLine } from "@/lib/formats/icalendar/fold-line";
import { type CalendarEvent, writeCalendar } from "@/lib/formats/icalendar/write-calendar";

const EVENT: CalendarEvent = {
  uid: "operation/dynamic-key/2026-11-01@prorata.example",
  day: civilDate("2026-12-04"),
  summary: "Notifier la clé du mois\u00a0: novembre 2026",
  description:
    "Opération « Pézilla »\nLa clé par défaut est appliquée à toute la période.\nConvention, art. 4.1 et 4.4.",
  url: "https://prorata.example/operations/pezilla/coefficients/cle-du-mois/2026-11-01",
  category: "Coefficients",
  changedAt: new Date("2026-11-22T15:04:05.678Z"),
  sequence: 12,
  hasAlarm: true,
};

/** The events of a document, as a calendar program reads them. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each)) };
}

test("an event as a calendar program reads it", () => {
  const { calendar, events } = read(writeCalendar({ name: "Prorata : échéances", events: [EVENT] }));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Prorata : échéances");
  const [event] = events;
  if (!event) throw new Error("no event");
  expect(event).toMatchObject({
    uid: EVENT.uid,
    summary: EVENT.summary,
    description: EVENT.description,
    sequence: EVENT.sequence,
  });
  // A whole day: no hour, no zone, ended by the day after.
  expect(event.startDate.isDate).toBe(true);
  expect(event.startDate.toString()).toBe("2026-12-04");
  expect(event.endDate.toString()).toBe("2026-12-05");
  const property = (name: string) => String(event.component.getFirstPropertyValue(name));
  expect(property("url")).toBe(EVENT.url);
  expect(property("categories")).toBe("Coefficients");
  expect(property("transp")).toBe("TRANSPARENT");
  expect(property("last-modified")).toBe("2026-11-22T15:04:05Z");
  expect(property("dtstamp")).toBe("2026-11-22T15:04:05Z");
});

test("it rings at nine the day before, where it is somebody's own to do", () => {
  const { events } = read(writeCalendar({ name: "", events: [EVENT, { ...EVENT, uid: "other", hasAlarm: false }] }));
  const alarms = events.map(({ component }) => component.getFirstSubcomponent("valarm"));
  expect(String(alarms[0]?.getFirstPropertyValue("trigger"))).toBe("-PT15H");
  expect(alarms[0]?.getFirstPropertyValue("action")).toBe("DISPLAY");
  expect(alarms[1]).toBeNull();
});

test("a calendar without anything is one all the same", () => {
  expect(read(writeCalendar({ name: "Prorata", events: [] })).events).toEqual([]);
});

describe("for any text", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 200 }).map((text) => text.replaceAll(/\p{Cc}/gu, ""));
  const lines = fc.array(texts, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("\n"));

  test("what is written is what is read", () => {
    fc.assert(
      fc.property(texts, lines, fc.integer({ min: 0, max: 20_000 }), (summary, description, offset) => {
        const day = addDays(civilDate("2026-01-01"), offset);
        const text = writeCalendar({ name: "Prorata", events: [{ ...EVENT, summary, description, day }] });
        const [event] = read(text).events;
        expect(event?.summary).toBe(summary);
        expect(event?.description).toBe(description);
        expect(event?.startDate.toString()).toBe(day);
      }),
    );
  });

  test("no line is longer than 75 octets, every one ends with CRLF, and no character is cut", () => {
    fc.assert(
      fc.property(texts, lines, (summary, description) => {
        const text = writeCalendar({ name: summary, events: [{ ...EVENT, summary, description }] });
        expect(text.endsWith("\r\n")).toBe(true);
        for (const line of text.slice(0, -2).split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});

// RFC 5545, section 3.1.
test.for([
  ["a".repeat(75), "a".repeat(75)],
  ["a".repeat(76), `${"a".repeat(75)}\r\n a`],
  [`${"a".repeat(74)}é`, `${"a".repeat(74)}\r\n é`],
  ["é".repeat(80), `${"é".repeat(37)}\r\n ${"é".repeat(37)}\r\n ${"é".repeat(6)}`],
] as const)("folds %j", ([line, folded]) => {
  expect(foldLine(line)).toBe(folded);
});
