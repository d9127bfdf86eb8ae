import { expect, test } from "vitest";
import type { Suspicion } from "@/lib/domain/measures/suspicions/suspicion";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeSuspicion } from "@/lib/format/describe-suspicion";

const PLACE = {
  from: civilDate("2026-06-20"),
  toExclusive: civilDate("2026-06-22"),
  firstMs: Date.parse("2026-06-20T01:30:00+02:00"),
  stepCount: 1_234,
};

const CASES: readonly (readonly [Suspicion, string, string])[] = [
  [{ ...PLACE, kind: "flat", reason: "flat_zero", powerW: 0 }, "Zéro pendant plusieurs jours", "1 234 pas à 0 W"],
  [
    { ...PLACE, kind: "night_production", reason: "sun_down", maxPowerW: 2_040, energyWh: 5_100 },
    "Production la nuit",
    "1 234 pas, le premier le 20/06/2026 à 01:30, jusqu’à 2,0 kW, 5,1 kWh en tout",
  ],
  [
    { ...PLACE, kind: "negative_value", reason: "negative", minPowerW: -100 },
    "Valeur négative",
    "1 234 pas, le premier le 20/06/2026 à 01:30, jusqu’à −100 W",
  ],
  [
    { ...PLACE, kind: "power_above_limit", reason: "above_subscribed", maxPowerW: 19_980, limitW: 18_000 },
    "Puissance supérieure à la puissance souscrite",
    "1 234 pas, le premier le 20/06/2026 à 01:30, jusqu’à 20,0 kW pour 18,0 kW",
  ],
  [
    { ...PLACE, kind: "equal_days", reason: "same_as_other_day", otherFrom: civilDate("2026-06-10") },
    "Jour identique à un autre jour",
    "1 234 pas égaux, depuis le 20/06/2026 à 01:30, à ceux du 10/06/2026",
  ],
  [
    { ...PLACE, kind: "level_jump", reason: "ten_times_more", powerW: 9_000, usualPowerW: 900 },
    "Niveau multiplié par dix",
    "9,0 kW au lieu de 900 W les jours autour",
  ],
  [
    { ...PLACE, kind: "clock_shift", reason: "one_hour_late" },
    "Une heure de retard après le changement d’heure",
    "comparé aux deux semaines d’avant le 20/06/2026",
  ],
  [
    { ...PLACE, kind: "opposite_production", reason: "time_reversed", nightRatio: 0.125 },
    "Journées lues à l’envers",
    "12,5 % de l’énergie hors du jour",
  ],
];

test.for(CASES)("%# is told in words", ([suspicion, title, detail]) => {
  const text = describeSuspicion(suspicion);
  const plain = text.detail.replaceAll(/[\u00a0\u202f]/g, " ");
  expect([text.title, text.period, plain]).toEqual([title, "du 20/06/2026 au 21/06/2026", detail]);
  expect(text.advice).toMatch(/\.$/);
});
