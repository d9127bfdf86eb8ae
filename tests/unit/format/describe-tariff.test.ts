import { expect, test } from "vitest";
import type { TariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { describeTariff, describeUnusualDuration } from "@/lib/format/describe-tariff";

const NIGHT = { fromMinute: 1350, toMinute: 390 };
const SIESTA = { fromMinute: 780, toMinute: 865 };

const schedule = (changes: Partial<TariffSchedule> = {}): TariffSchedule => ({
  structure: "peak_off_peak",
  offPeak: [NIGHT],
  lowSeasonOffPeak: null,
  highSeasonMonths: null,
  ...changes,
});

test.for([
  [schedule(), "HP/HC, heures creuses 22h30-6h30", null],
  [schedule({ structure: "base", offPeak: [] }), "Base", null],
  [
    schedule({ structure: "four_periods", lowSeasonOffPeak: [SIESTA], highSeasonMonths: [12, 1] }),
    "4 postes, heures creuses 22h30-6h30 en saison haute ; 13h00-14h25 en saison basse ; saison haute : décembre à janvier",
    "1 h 25 d’heures creuses par jour, au lieu de 8 h en général",
  ],
  [
    schedule({ offPeak: [{ fromMinute: 0, toMinute: 360 }] }),
    "HP/HC, heures creuses 0h00-6h00",
    "6 h d’heures creuses par jour, au lieu de 8 h en général",
  ],
] as const)("%j", ([told, words, unusual]) => {
  expect(describeTariff(told)).toBe(words);
  expect(describeUnusualDuration(told)?.replaceAll("\u00a0", " ") ?? null).toBe(unusual);
});
