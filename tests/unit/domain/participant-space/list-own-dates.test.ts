import { expect, test } from "vitest";
import { listOwnDates } from "@/lib/domain/participant-space/list-own-dates";
import type { OwnKey, OwnStay } from "@/lib/domain/participant-space/own-registry";
import { civilDate } from "@/lib/domain/time/civil-date";

const today = civilDate("2026-03-15");
const currentPeriod = { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") };
const stay = (from: string, to: string | null): OwnStay => ({
  ...{ meteringPointId: "m", prm: "1", site: "Maison", role: "consumer" },
  ...{ from: civilDate(from), toExclusive: to === null ? null : civilDate(to) },
});
const key: OwnKey = {
  ...{ kind: "static", state: "announced", from: civilDate("2026-05-01"), toExclusive: null, shares: [] },
};

test("tells what is to come, the next first: the last day of months and consents, the first without of exits", () => {
  const dates = listOwnDates({
    ...{ stays: [stay("2026-01-01", "2026-04-10"), stay("2026-06-01", null)], keys: [key], currentPeriod, today },
    consentEnds: [civilDate("2026-04-21"), civilDate("2026-03-01")],
  });
  expect(dates.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    "2026-03-31 period_end",
    "2026-04-10 exit",
    "2026-04-20 consent_end",
    "2026-05-01 key",
    "2026-06-01 entry",
  ]);
});

test("tells the end of no month to who is not there yet, or no more", () => {
  const stays = [stay("2025-01-01", "2026-03-15")];
  expect(listOwnDates({ stays, keys: [], consentEnds: [], currentPeriod, today })).toEqual([]);
});
