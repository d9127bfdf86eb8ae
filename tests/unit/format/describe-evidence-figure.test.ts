import { expect, test } from "vitest";
import {
  EVIDENCE_FIGURE_UNITS,
  type EvidenceFigure,
  type EvidenceFigureCode,
} from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeEvidenceFigure } from "@/lib/format/describe-evidence-figure";

const period = (from: string, toExclusive: string) => ({ from: civilDate(from), toExclusive: civilDate(toExclusive) });
const YEAR = period("2025-11-01", "2026-11-01");

test.for<[EvidenceFigure, string, string, string, string]>([
  [
    { code: "coverage_rate", value: 0.4567, period: YEAR },
    "Taux de couverture",
    "45,7\u00a0%",
    "du 01/11/2025 au 31/10/2026",
    "dimensionnement : production sur consommation",
  ],
  [{ code: "peak_power", value: 54_000, period: null }, "Puissance installée", "54\u00a0kWc", "", ""],
  [
    { code: "peak_power", value: null, period: null, energySource: null },
    "Puissance installée, source non renseignée",
    "–",
    "",
    "",
  ],
  [
    { code: "points_at_step", value: 11, period: null, stepMinutes: 10 },
    "PRM relevés au pas de 10 minutes",
    "11",
    "",
    "",
  ],
  [
    { code: "last_measured_day", value: civilDate("2026-10-31"), period: null },
    "Dernier jour mesuré",
    "31/10/2026",
    "",
    "",
  ],
  [{ code: "key_kind", value: "static", period: null }, "Clé en vigueur", "statique", "", ""],
  [
    { code: "shared_energy", value: null, period: YEAR, missing: [period("2026-03-01", "2026-04-01"), YEAR] },
    "Énergie partagée",
    "–",
    "du 01/11/2025 au 31/10/2026",
    "période non calculée : du 01/03/2026 au 31/03/2026 et une autre",
  ],
])("%j is read", ([figure, label, value, days, note]) => {
  expect(describeEvidenceFigure(figure)).toEqual({ label, value, period: days, note });
});

test("every figure has its words, and no value is shown raw", () => {
  for (const code of Object.keys(EVIDENCE_FIGURE_UNITS) as EvidenceFigureCode[]) {
    const value = EVIDENCE_FIGURE_UNITS[code] === "day" ? civilDate("2026-01-01") : null;
    const text = describeEvidenceFigure({ code, value, period: YEAR });
    expect(text.label).toMatch(/^\p{Lu}/u);
    expect(Object.values(text).join(" ")).not.toMatch(/null|undefined|NaN|\d{4}-\d{2}/);
  }
});
