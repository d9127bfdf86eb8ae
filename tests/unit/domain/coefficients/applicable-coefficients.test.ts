import { describe, expect, test } from "vitest";
import { applicableCoefficients } from "@/lib/domain/coefficients/applicable-coefficients";
import { type Delivery, NO_PPM, type PpmByConsumer } from "@/lib/domain/coefficients/delivery";
import type { Attachment } from "@/lib/domain/perimeter/attachment";
import type { CoefficientKey, CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { listStretches } from "@/lib/domain/settlement/list-stretches";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

// One settlement period of three days; its anniversary is a Friday, the fourth working day after it 7 May 2026.
const PERIOD = { from: civilDate("2026-04-28"), toExclusive: civilDate("2026-05-01") };
const AXIS = parisPeriodAxis(PERIOD.from, PERIOD.toExclusive, 30);
const IN_TIME = civilDate("2026-05-07");
const LATE = civilDate("2026-05-08");

const key = (kind: CoefficientKind, shares: Readonly<Record<string, number>> = {}): CoefficientKey => ({
  id: "key",
  kind,
  from: civilDate("2026-01-01"),
  toExclusive: null,
  ppmByConsumer: new Map(Object.entries(shares)),
});

const attached = (
  meteringPointId: string,
  role: Attachment["role"],
  toExclusive: string | null = null,
): Attachment => ({
  meteringPointId,
  role,
  from: civilDate("2026-01-01"),
  toExclusive: toExclusive === null ? null : civilDate(toExclusive),
});

const PERIMETER = [
  attached("roof", "producer"),
  attached("barn", "producer"),
  attached("hall", "consumer"),
  attached("school", "consumer"),
];

type Edit = { readonly consumer: string; readonly step: number; readonly ppm: number };

function rows(edits: readonly Edit[] = [], consumers: readonly string[] = ["hall", "school"]): PpmByConsumer {
  const ppm = new Map(consumers.map((id) => [id, new Int32Array(AXIS.length).fill(400_000)]));
  for (const { consumer, step, ppm: value } of edits) (ppm.get(consumer) as Int32Array)[step] = value;
  return ppm;
}

const simple = (changes: Partial<Delivery> = {}, ppm = rows()): Delivery => ({
  id: "delivery",
  period: PERIOD,
  channel: "file",
  state: "sent",
  sentDay: IN_TIME,
  isFaulty: false,
  rejectedSteps: [],
  coefficients: { kind: "dynamic_simple", ppm },
  ...changes,
});

const full = (ppm: Readonly<Record<string, PpmByConsumer>>, changes: Partial<Delivery> = {}): Delivery =>
  simple({ channel: "api", coefficients: { kind: "dynamic_full", ppm: new Map(Object.entries(ppm)) }, ...changes });

function apply(chosen: CoefficientKey | null, deliveries: readonly Delivery[], attachments = PERIMETER) {
  return listStretches(PERIOD, chosen ? [chosen] : [], attachments).map((stretch) => {
    const axis = parisPeriodAxis(stretch.days.from, stretch.days.toExclusive, 30);
    return applicableCoefficients({
      stretch,
      axis,
      start: (axis.startMs - AXIS.startMs) / 1_800_000,
      producerIds: ["roof", "barn"],
      consumerIds: ["hall", "school"],
      notified: {
        period: PERIOD,
        steps: AXIS.length,
        deliveries,
        region: "metropolitan",
        consumerIds: new Set(["hall", "school"]),
      },
    });
  });
}

function applyOnce(chosen: CoefficientKey | null, deliveries: readonly Delivery[]) {
  const [applied] = apply(chosen, deliveries);
  if (!applied) throw new Error("no stretch");
  return applied;
}

const at = (step: number) => AXIS.startMs + step * 1_800_000;

describe("a rule says which key was chosen, what applied, and by which articles", () => {
  test.for<[string, CoefficientKey | null, readonly Delivery[], string, CoefficientKind]>([
    ["no key", null, [], "no_key", "default"],
    ["the default key", key("default"), [], "default_chosen", "default"],
    ["static values", key("static", { hall: 600_000 }), [], "static_values", "static"],
    ["dynamic, nothing notified (art. 4.4)", key("dynamic_simple"), [], "dynamic_not_notified", "default"],
    [
      "dynamic, a draft is no notification",
      key("dynamic_simple"),
      [simple({ state: "draft", sentDay: null })],
      "dynamic_not_notified",
      "default",
    ],
    ["the 4th working day is in time", key("dynamic_simple"), [simple()], "dynamic_values", "dynamic_simple"],
    ["the day after is late", key("dynamic_simple"), [simple({ sentDay: LATE })], "dynamic_notified_late", "default"],
    [
      "a late correction of a right file changes nothing",
      key("dynamic_simple"),
      [simple(), simple({ id: "second", sentDay: LATE })],
      "dynamic_values",
      "dynamic_simple",
    ],
    ["refused by the DSO", key("dynamic_simple"), [simple({ state: "refused" })], "dynamic_faulty", "default"],
    ["a file that breaks annexe 5", key("dynamic_simple"), [simple({ isFaulty: true })], "dynamic_faulty", "default"],
    [
      "a file of another period",
      key("dynamic_simple"),
      [simple({ period: { ...PERIOD, from: civilDate("2026-04-27") } })],
      "dynamic_faulty",
      "default",
    ],
    [
      "a file without one consumer",
      key("dynamic_simple"),
      [simple({}, rows([], ["hall"]))],
      "dynamic_faulty",
      "default",
    ],
    [
      "a file with a stranger",
      key("dynamic_simple"),
      [simple({}, rows([], ["hall", "school", "mill"]))],
      "dynamic_faulty",
      "default",
    ],
    [
      "a file with one step short",
      key("dynamic_simple"),
      [simple({}, rows([{ consumer: "hall", step: 7, ppm: NO_PPM }]))],
      "dynamic_faulty",
      "default",
    ],
    [
      "a file with one sum of 100.0001 %",
      key("dynamic_simple"),
      [simple({}, rows([{ consumer: "hall", step: 7, ppm: 600_001 }]))],
      "dynamic_faulty",
      "default",
    ],
    [
      "a kind that is not the one in force",
      key("dynamic_full"),
      [simple({ channel: "api" })],
      "dynamic_faulty",
      "default",
    ],
  ])("%s", ([, chosen, deliveries, reason, appliedKind]) => {
    const { rule, coefficients } = applyOnce(chosen, deliveries);
    expect(rule).toMatchObject({ ...PERIOD, reason, appliedKind, chosenKind: chosen?.kind ?? null });
    expect(rule.articles).toContain("4.1");
    expect(coefficients.kind).toBe(appliedKind);
    expect(rule.exceptions).toBeUndefined();
  });
});

test("the latest right notification of those in time counts", () => {
  const first = simple({ id: "first" });
  const second = simple({ id: "second" }, rows([{ consumer: "hall", step: 0, ppm: 100_000 }]));
  const broken = simple({ id: "third", isFaulty: true });
  const { rule, coefficients } = applyOnce(key("dynamic_simple"), [first, second, broken]);
  expect(rule.deliveryId).toBe("second");
  expect(coefficients).toMatchObject({ kind: "dynamic_simple" });
  expect(coefficients.kind === "dynamic_simple" && coefficients.ppm[0]?.[0]).toBe(100_000);
});

test("a consumer taken out in the middle of the period leaves the others their coefficients (art. 3.2.2)", () => {
  const attachments = [...PERIMETER.slice(0, 3), attached("school", "consumer", "2026-04-30")];
  const [before, after] = apply(key("dynamic_simple"), [simple()], attachments);
  expect([before?.rule.reason, after?.rule.reason]).toEqual(["dynamic_values", "dynamic_values"]);
  expect(after?.coefficients.kind === "dynamic_simple" && after.coefficients.ppm.map(([first]) => first)).toEqual([
    400_000, 400_000,
  ]);
  const [, static2] = apply(key("static", { hall: 600_000, school: 400_000 }), [], attachments);
  expect(static2?.coefficients).toEqual({ kind: "static", ppm: [600_000, 400_000] });
});

describe("dynamic simple through the interface", () => {
  test("a faulty step, or one rejected, has the default key; the others keep their values", () => {
    const edits = [
      { consumer: "hall", step: 3, ppm: 600_001 },
      { consumer: "school", step: 4, ppm: NO_PPM },
    ];
    const rejectedSteps = [{ step: 9, producerId: null }];
    const { rule, coefficients } = applyOnce(key("dynamic_simple"), [
      simple({ channel: "api", rejectedSteps }, rows(edits)),
    ]);
    expect(rule).toMatchObject({ reason: "dynamic_values", appliedKind: "dynamic_simple" });
    expect(rule.exceptions).toEqual([
      { fromMs: at(3), toMs: at(5), producerId: null, reason: "step_faulty" },
      { fromMs: at(9), toMs: at(10), producerId: null, reason: "step_faulty" },
    ]);
    const marked = coefficients.kind === "dynamic_simple" ? [...(coefficients.defaultSteps ?? []).entries()] : [];
    expect(marked.filter(([, isDefault]) => isDefault).map(([step]) => step)).toEqual([3, 4, 9]);
  });

  test("who has left needs no coefficient any more", () => {
    const attachments = [...PERIMETER.slice(0, 3), attached("school", "consumer", "2026-04-30")];
    const gone = rows();
    gone.get("school")?.fill(NO_PPM, 96);
    const [, after] = apply(key("dynamic_simple"), [simple({ channel: "api" }, gone)], attachments);
    expect(after?.rule.exceptions).toBeUndefined();
    expect(after?.coefficients.kind === "dynamic_simple" && after.coefficients.ppm[1]?.[0]).toBe(0);
  });
});

describe("full dynamic", () => {
  const faulty = (step: number) => rows([{ consumer: "hall", step, ppm: 600_001 }]);

  test("all rows of a step faulty: the default key; one of two: its energy is surplus", () => {
    const barn = rows([
      { consumer: "hall", step: 2, ppm: NO_PPM },
      { consumer: "hall", step: 5, ppm: NO_PPM },
    ]);
    const { rule, coefficients } = applyOnce(key("dynamic_full"), [full({ roof: faulty(2), barn })]);
    expect(rule.exceptions).toEqual([
      { fromMs: at(2), toMs: at(3), producerId: null, reason: "step_faulty" },
      { fromMs: at(5), toMs: at(6), producerId: "barn", reason: "producer_step_faulty" },
    ]);
    if (coefficients.kind !== "dynamic_full") throw new Error(coefficients.kind);
    expect(coefficients.defaultSteps?.[2]).toBe(1);
    expect(coefficients.ppm.map((consumers) => consumers.map((ppm) => ppm[5]))).toEqual([
      [400_000, 400_000],
      [0, 0],
    ]);
  });

  test("a producer without rows is faulty at every step [I]", () => {
    const { rule } = applyOnce(key("dynamic_full"), [full({ roof: rows() })]);
    expect(rule.exceptions).toEqual([
      { fromMs: at(0), toMs: at(AXIS.length), producerId: "barn", reason: "producer_step_faulty" },
    ]);
  });

  test("a rejection of one producer concerns it alone", () => {
    const rejectedSteps = [{ step: 1, producerId: "roof" }];
    const { rule } = applyOnce(key("dynamic_full"), [full({ roof: rows(), barn: rows() }, { rejectedSteps })]);
    expect(rule.exceptions).toEqual([
      { fromMs: at(1), toMs: at(2), producerId: "roof", reason: "producer_step_faulty" },
    ]);
  });

  test("a producer out of the perimeter is not waited for", () => {
    const attachments = PERIMETER.filter(({ meteringPointId }) => meteringPointId !== "barn");
    const [applied] = apply(key("dynamic_full"), [full({ roof: faulty(2) })], attachments);
    expect(applied?.rule.exceptions).toEqual([{ fromMs: at(2), toMs: at(3), producerId: null, reason: "step_faulty" }]);
  });
});
