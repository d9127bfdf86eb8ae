import { expect, test } from "vitest";
import { ParisClock } from "@/lib/formats/curve/paris-clock";

const ms = (text: string) => Date.parse(`${text}:00Z`);
const utc = (value: number) => (Number.isNaN(value) ? null : new Date(value).toISOString().slice(0, 16));

/** What the clock of a file shows, as UTC. */
function read(texts: readonly string[], isBackwards = false) {
  const clock = new ParisClock(isBackwards);
  return texts.map((text) => utc(clock.read(ms(text)).instantMs));
}

const OCTOBER = ["2026-10-25T01:30", "2026-10-25T02:00", "2026-10-25T02:30"];
const AGAIN = ["2026-10-25T02:00", "2026-10-25T02:30", "2026-10-25T03:00"];
const OCTOBER_UTC = [23.5, 24, 24.5, 25, 25.5, 26].map((hours) => utc(Date.UTC(2026, 9, 24) + hours * 3_600_000));

test("summer and winter", () => {
  expect(read(["2026-06-21T00:00", "2026-12-21T00:00"])).toEqual(["2026-06-20T22:00", "2026-12-20T23:00"]);
});

test("October's hour twice: summer time first, or last in a file written backwards", () => {
  expect(read([...OCTOBER, ...AGAIN])).toEqual(OCTOBER_UTC);
  expect(read([...OCTOBER, ...AGAIN].toReversed(), true)).toEqual(OCTOBER_UTC.toReversed());
});

test("October's hour once is the summer one", () => {
  expect(read([...OCTOBER, "2026-10-25T03:00"])).toEqual([...OCTOBER_UTC.slice(0, 3), "2026-10-25T02:00"]);
});

test("after the clock went back, a time that lacked in summer is the winter one", () => {
  const minutes = ["00", "10", "30", "40", "50"];
  const first = minutes.map((minute) => `2026-10-25T02:${minute}`);
  const second = ["00", "10", "20"].map((minute) => `2026-10-25T02:${minute}`);
  expect(read([...first, ...second]).slice(5)).toEqual(["2026-10-25T01:00", "2026-10-25T01:10", "2026-10-25T01:20"]);
});

test("in a file without order, the one not yet met", () => {
  expect(read(["2026-10-25T05:00", "2026-10-25T02:00", "2026-10-25T04:00", "2026-10-25T02:00"])).toEqual([
    "2026-10-25T04:00",
    "2026-10-25T00:00",
    "2026-10-25T03:00",
    "2026-10-25T01:00",
  ]);
});

test("March: 02:00 is 03:00, what follows has no instant", () => {
  expect(read(["2026-03-29T01:30", "2026-03-29T02:00", "2026-03-29T02:30", "2026-03-29T03:30"])).toEqual([
    "2026-03-29T00:30",
    "2026-03-29T01:00",
    null,
    "2026-03-29T01:30",
  ]);
});
