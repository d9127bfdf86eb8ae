import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { OwnPoint } from "@/lib/services/outputs/compose-role";
import { listSources } from "@/lib/services/outputs/list-sources";
import type { OutputPoint } from "@/lib/services/outputs/read-output-run";

const point = (id: string): OutputPoint => ({
  ...{ id, prm: id, name: `Toit ${id}`, participantName: id, holderKey: id, holderId: id },
  ...{ energyWh: 0, sharedWh: 0, restWh: 0, correctedSteps: 0, parts: [] },
});
const home: OwnPoint = {
  ...{ role: "consumer", point: point("maison"), index: 0, own: [], isWhole: true, isStillHis: true },
  days: { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") },
};
const OTHER = "Une toiture d’un autre participant";

test("tells roofs of one name in one line, rounded once: how much each gave is theirs", () => {
  // 12.4 and 12.4 Wh are 10 each, together 20.
  const run = {
    producers: ["a", "b", "c", "d"].map(point),
    exactPairsWh: [[12.4], [1000.2], [12.4], [0]].map((row) => Float64Array.from(row)),
  };
  const roof = ({ id }: OutputPoint) => (id === "b" ? "École" : OTHER);
  expect(listSources(run, [home], 1020, { roof })).toEqual([
    { name: "École", energyWh: 1000 },
    { name: OTHER, energyWh: 20 },
  ]);
});
