import { expect, test } from "vitest";
import { compareRates, describeCurveOrigin, describePreviewLimits } from "@/lib/format/describe-preview";

test.for([
  [0.459, 0.447, "clé en vigueur : 44,7\u00a0% (+1,2\u00a0point)"],
  [0.4, 0.45, "clé en vigueur : 45,0\u00a0% (−5,0\u00a0points)"],
  [0.4, 0.40001, "clé en vigueur : 40,0\u00a0% (inchangé)"],
  [null, 0.4, "pas de comparaison avec clé en vigueur"],
] as const)("%d beside %d", ([tried, inForce, text]) => {
  expect(compareRates(tried, inForce, "clé en vigueur")).toBe(text);
});

test.for([
  [{ origin: "measured", profile: null }, "mesuré"],
  [{ origin: "typical", profile: "dwelling" }, "profil type (logement)"],
  [{ origin: "completed", profile: "solar_roof" }, "mesuré, complété (toiture solaire)"],
] as const)("%j", ([point, text]) => {
  expect(describeCurveOrigin(point).text).toBe(text);
});

test("what a preview rests on is said, and nothing when all is measured", () => {
  const whole = { consumers: [], producers: [], leftOutSteps: 0, stepCount: 17_520, leftOutPpm: 0 };
  expect(describePreviewLimits(whole)).toEqual([]);
  const remarks = describePreviewLimits({ ...whole, leftOutSteps: 96, leftOutPpm: 125_000 });
  expect(remarks).toEqual([
    "96\u00a0pas de temps sont laissés de côté pour tous, faute d’une mesure (0,5\u00a0% de l’année).",
    "12,5\u00a0% vont à des sites laissés de côté : cette part est comptée comme surplus.",
  ]);
});

test("typical profiles are said, and that they flatter", () => {
  const site = { origin: "typical", profile: "dwelling" } as never;
  const remarks = describePreviewLimits({
    consumers: [site, site],
    producers: [],
    leftOutSteps: 0,
    stepCount: 1,
    leftOutPpm: 0,
  });
  expect(remarks).toEqual([
    expect.stringMatching(/^2\u00a0sites n’ont pas de mesures/),
    expect.stringContaining("se ressemblent"),
  ]);
});
