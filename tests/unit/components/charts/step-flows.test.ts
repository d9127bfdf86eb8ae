import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangeStepFlows, type FlowInput } from "@/components/charts/arrange-step-flows";
import { layOutStepFlows } from "@/components/charts/step-flow-layout";

// Convention Enedis-FOR-CF_01E, art. 11.7.2, with its figures of one decimal.
const EXAMPLE: FlowInput = {
  producers: [
    { id: "p1", name: "Toiture 1", surplusWh: 40.9 },
    { id: "p2", name: "Toiture 2", surplusWh: 15.9 },
    { id: "p3", name: "Toiture 3", surplusWh: 18.2 },
  ],
  consumers: [
    { id: "c1", name: "Mairie", complementWh: 0 },
    { id: "c2", name: "École", complementWh: 0 },
    { id: "c3", name: "Halle", complementWh: 0 },
  ],
  finalWh: [
    [100, 34.1, 25],
    [50, 34.1, 0],
    [0, 6.8, 25],
  ],
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("the convention's example: three roofs, three consumers, a surplus, nothing from the network", () => {
  const { sources, targets, links } = arrangeStepFlows(EXAMPLE);
  expect(sources.map(({ id, energyWh }) => [id, Math.round(energyWh)])).toEqual([
    ["p1", 200],
    ["p2", 100],
    ["p3", 50],
  ]);
  expect(targets.map(({ id }) => id)).toEqual(["c1", "c2", "c3", "surplus"]);
  expect(links).toHaveLength(10);
});

const wh = fc.double({ min: 0, max: 1e6, noNaN: true });
const anyStep = fc
  .record({ producers: fc.array(wh, { maxLength: 20 }), consumers: fc.array(wh, { maxLength: 40 }) })
  .chain(({ producers, consumers }) =>
    fc
      .array(fc.array(wh, { minLength: consumers.length, maxLength: consumers.length }), {
        minLength: producers.length,
        maxLength: producers.length,
      })
      .map(
        (finalWh): FlowInput => ({
          producers: producers.map((surplusWh, i) => ({ id: `p${i}`, name: `Toiture ${i}`, surplusWh })),
          consumers: consumers.map((complementWh, j) => ({ id: `c${j}`, name: `Site ${j}`, complementWh })),
          finalWh,
        }),
      ),
  );

test("both sides add up to the same, and so do the widths of the links of each node", () => {
  fc.assert(
    fc.property(anyStep, (input) => {
      const flows = arrangeStepFlows(input);
      const whole = sum(flows.links.map(({ energyWh }) => energyWh));
      for (const side of [flows.sources, flows.targets]) {
        expect(Math.abs(sum(side.map(({ energyWh }) => energyWh)) - whole)).toBeLessThanOrEqual(1e-9 * (whole + 1));
        expect(side.length).toBeLessThanOrEqual(13);
      }
      const { sources, targets, bands } = layOutStepFlows(flows, { left: 100, right: 500 });
      for (const [boxes, end] of [
        [sources, "from"],
        [targets, "to"],
      ] as const) {
        for (const { id, height } of boxes) {
          const widths = sum(bands.filter((band) => band[end] === id).map(({ width }) => width));
          expect(Math.abs(widths - height)).toBeLessThanOrEqual(1e-6);
        }
      }
    }),
    { numRuns: 60 },
  );
});
