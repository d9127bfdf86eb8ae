import { beforeAll, describe, expect, test } from "vitest";
import { calculationRequest as request } from "../../support/calculation-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { expectRefusal } from "../../support/expect-answer";

const PATH = "/api/v1/calculations/allocation";

let key: string;

beforeAll(async () => {
  key = await (await createTestCollectivity()).users.elected.key("read");
});

const post = (json: unknown) => callApi(PATH, { key, json });

describe("a request that breaks a rule", () => {
  const producers = (...energyWh: unknown[]) => ({ producers: [{ id: "P", energyWh }] });
  const coefficients = (kind: string, ppm: unknown) => ({ coefficients: { kind, ppm } });

  test.for<[string, Readonly<Record<string, unknown>>, string, Readonly<Record<string, unknown>>]>([
    [
      "a sum above 100 %",
      coefficients("static", { A: 400_000, B: 600_001 }),
      "COEFFICIENTS_ABOVE_ONE",
      { sumPpm: 1_000_001 },
    ],
    [
      "a sum above 100 % at one step",
      coefficients("dynamic_simple", { A: [500_000], B: [500_001] }),
      "COEFFICIENTS_ABOVE_ONE",
      { step: 0 },
    ],
    [
      "a sum above 100 % of one producer",
      coefficients("dynamic_full", { P: { A: [1_000_000], B: [1] } }),
      "COEFFICIENTS_ABOVE_ONE",
      { producer: "P", step: 0 },
    ],
    ["a negative coefficient", coefficients("static", { A: -1 }), "INVALID_COEFFICIENT", { consumer: "A", ppm: -1 }],
    ["half a millionth", coefficients("static", { A: 0.5 }), "INVALID_COEFFICIENT", { consumer: "A" }],
    [
      "a negative coefficient of a step",
      coefficients("dynamic_simple", { B: [-1] }),
      "INVALID_COEFFICIENT",
      { consumer: "B", step: 0 },
    ],
    [
      "half a millionth of a step",
      coefficients("dynamic_full", { P: { A: [0.5] } }),
      "INVALID_COEFFICIENT",
      { producer: "P", consumer: "A" },
    ],
    ["more than the whole", coefficients("dynamic_simple", { A: [4_294_967_296] }), "INVALID_COEFFICIENT", { step: 0 }],
    ["a consumer nobody knows", coefficients("static", { C: 1 }), "UNKNOWN_ID", { consumer: "C" }],
    ["a producer nobody knows", coefficients("dynamic_full", { Q: {} }), "UNKNOWN_ID", { producer: "Q" }],
    [
      "a consumer nobody knows, of a producer",
      coefficients("dynamic_full", { P: { C: [1] } }),
      "UNKNOWN_ID",
      { consumer: "C" },
    ],
    [
      "too few coefficients",
      coefficients("dynamic_simple", { A: [] }),
      "COEFFICIENTS_MISMATCH",
      { consumer: "A", found: 0, expected: 1 },
    ],
    [
      "too many coefficients",
      coefficients("dynamic_full", { P: { A: [1, 2] } }),
      "COEFFICIENTS_MISMATCH",
      { producer: "P", found: 2 },
    ],
    ["curves of two lengths", producers(1000, 1000), "AXIS_MISMATCH", { consumer: "A", found: 1, expected: 2 }],
    ["a negative energy", producers(-1), "NEGATIVE_ENERGY", { producer: "P", step: 0 }],
    ["an absurd energy", producers(1e300), "ENERGY_TOO_LARGE", { producer: "P", step: 0 }],
    [
      "two consumers of one name",
      {
        consumers: [
          { id: "A", energyWh: [1] },
          { id: "A", energyWh: [2] },
        ],
      },
      "DUPLICATE_ID",
      { consumer: "A" },
    ],
    ["a step of seven minutes", { stepMinutes: 7 }, "INVALID_STEP", { stepMinutes: 7 }],
    ["a step of none", { stepMinutes: 0 }, "INVALID_STEP", {}],
    ["half a minute", { stepMinutes: 0.5 }, "INVALID_STEP", {}],
    ["two hours", { stepMinutes: 120 }, "INVALID_STEP", {}],
  ])("%s", async ([, change, code, details]) => {
    expect(await expectRefusal(await post(request(change)), 422, code)).toMatchObject(details);
  });

  test("more work than one answer may take", async () => {
    const many = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, energyWh: new Array(100).fill(1) }));
    const body = request({ producers: many(3200, "P"), consumers: many(3200, "C"), coefficients: { kind: "default" } });
    await expectRefusal(await post(body), 422, "CALCULATION_TOO_LARGE");
  });

  test.for([
    '{"start":"2026-04-12T10:00:00Z","stepMinutes":30,"producers":[{"id":"P","energyWh":[1e999]}],"consumers":[],"coefficients":{"kind":"default"}}',
    '{"start":"2026-04-12T10:00:00Z","stepMinutes":30,"producers":[],"consumers":[{"id":"A","energyWh":[]}],"coefficients":{"kind":"static","ppm":{"A":1e400}}}',
  ])("a number no double can hold", async (body) => {
    await expectRefusal(await callApi(PATH, { key, method: "POST", body }), 422, "NUMBER_TOO_LARGE");
  });
});

describe("a malformed request", () => {
  const withProducer = (producer: unknown) => request({ producers: [producer] });

  test.for<[string, unknown]>([
    ["nothing", {}],
    ["a list", []],
    ["a text for energies", withProducer({ id: "P", energyWh: "1000" })],
    ["a text for an energy", withProducer({ id: "P", energyWh: ["1000"] })],
    ["no energies", withProducer({ id: "P" })],
    ["no id", withProducer({ energyWh: [1] })],
    ["an empty id", withProducer({ id: "", energyWh: [1] })],
    ["a number for an id", withProducer({ id: 1, energyWh: [1] })],
    ["a reserved id", withProducer({ id: "__proto__", energyWh: [1] })],
    ["no coefficients", request({ coefficients: undefined })],
    ["an unknown kind", request({ coefficients: { kind: "equal" } })],
    ["static without values", request({ coefficients: { kind: "static" } })],
    ["a missing coefficient", request({ coefficients: { kind: "static", ppm: { A: null } } })],
    ["a curve where one value belongs", request({ coefficients: { kind: "static", ppm: { A: [1] } } })],
    ["a start without offset", request({ start: "2026-04-12T10:00:00" })],
    ["a start that is no day", request({ start: "2026-02-30T10:00:00Z" })],
    ["a text for the step", request({ stepMinutes: "30" })],
  ])("%s", async ([, body]) => {
    const details = await expectRefusal(await post(body), 400, "INVALID_REQUEST");
    expect(details.issues).toEqual(
      expect.arrayContaining([{ path: expect.any(String), message: expect.not.stringMatching(/Invalid|expected/) }]),
    );
  });

  test.for(["", "{", "{'a':1}", "[NaN]", '"\ud800'])("%j is no JSON", async (body) => {
    await expectRefusal(await callApi(PATH, { key, method: "POST", body }), 400, "INVALID_JSON");
  });

  test("bytes that are no UTF-8 are no JSON", async () => {
    const body = new Uint8Array([0x22, 0xff, 0x22]);
    await expectRefusal(await callApi(PATH, { key, method: "POST", body }), 400, "INVALID_JSON");
  });

  test("a thousand faults are told in twenty, and a million are no bug of ours", async () => {
    const wrong = (count: number) => withProducer({ id: "P", energyWh: new Array(count).fill("x") });
    const details = await expectRefusal(await post(wrong(1000)), 400, "INVALID_REQUEST");
    expect(details).toEqual({ issues: expect.objectContaining({ length: 20 }), issueCount: 1000 });
    await expectRefusal(await post(wrong(1_000_000)), 400, "INVALID_REQUEST");
  });

  test("above 50 MB is too much", async () => {
    const body = " ".repeat(50_000_001);
    await expectRefusal(await callApi(PATH, { key, method: "POST", body }), 413, "BODY_TOO_LARGE");
  });
});
