import { describe, expect, test } from "vitest";
import { newMeteringPointSchema, stayDecisionSchema, typedPrmSchema } from "@/lib/schemas/metering-point";

const POINT = {
  operation: "saint-exemple",
  participant: "01890000-0000-7000-8000-00000000ffff",
  prm: "99000000000134",
  roles: ["consumer"],
  day: "2027-03-01",
  name: "Mairie",
  address: "",
  withdrawalContract: "",
  injectionContract: "",
  meterNumber: "",
  voltage: "",
  isMeterCommunicating: "",
  subscribedPower: "",
  peakPower: "",
  energySource: "",
  annualWithdrawal: "",
  surface: "",
  latitude: "",
  longitude: "",
};

test("what is left empty is not known, and what is typed is kept in the smallest unit", () => {
  const bare = newMeteringPointSchema.parse(POINT);
  expect(bare.details).toMatchObject({ voltage: null, peakPowerW: null, latitudeDegrees: null, isStorage: false });
  const full = newMeteringPointSchema.parse({
    ...POINT,
    voltage: "low",
    isMeterCommunicating: "no",
    subscribedPower: "36",
    peakPower: "36,5",
    annualWithdrawal: "4\u202f500,5",
    surface: "120",
    latitude: "42,6986",
    longitude: "2.7681",
    injectionContract: "00 0099 9912",
  });
  expect(full.details).toMatchObject({
    isMeterCommunicating: false,
    subscribedPowerVa: 36_000,
    peakPowerW: 36_500,
    annualWithdrawalWh: 4_500_500,
    surfaceM2: 120,
    latitudeDegrees: 42.6986,
    longitudeDegrees: 2.7681,
    injectionContract: "0000999912",
  });
});

test("a storage unit has both roles", () => {
  const { roles } = newMeteringPointSchema.parse({ ...POINT, roles: [], isStorage: "on" });
  expect(roles).toEqual(["consumer", "producer"]);
});

test.for([
  { field: "prm", value: "1234", reason: "Un PRM a 14 chiffres ; celui-ci en a 4." },
  { field: "prm", value: "9900000000013A", reason: /n’a que des chiffres/ },
  { field: "roles", value: [], reason: /au moins un rôle/ },
  { field: "day", value: "2027-02-30", reason: /date/ },
  { field: "name", value: "", reason: /Donnez un nom/ },
  { field: "injectionContract", value: "123", reason: /10 chiffres ; celle-ci en a 3/ },
  { field: "peakPower", value: "beaucoup", reason: /n’est pas un nombre/ },
  { field: "peakPower", value: "54000000", reason: /invraisemblable/ },
  { field: "latitude", value: "95", reason: /entre/ },
  { field: "latitude", value: "42,7", reason: /ou aucune des deux/ },
])("$field $value is refused with its reason", ({ field, value, reason }) => {
  const { error } = newMeteringPointSchema.safeParse({ ...POINT, [field]: value });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    [field, expect.stringMatching(reason)],
  ]);
});

test("coordinates the wrong way round are told; those of an island overseas are not", () => {
  const place = (latitude: string, longitude: string) =>
    newMeteringPointSchema.safeParse({ ...POINT, latitude, longitude }).error?.issues[0]?.message;
  expect(place("2,75", "42,7")).toBe("La latitude et la longitude semblent inversées.");
  expect(place("-12,8", "45,2")).toBeUndefined(); // Mayotte
  expect(place("4,9", "-52,3")).toBeUndefined(); // Cayenne
});

describe("a PRM as it comes out of a spreadsheet", () => {
  test.for(["'99000000000134", "99 0000 0000 0134", " 99000000000134 "])("%j", (text) => {
    expect(typedPrmSchema.parse(text)).toBe("99000000000134");
  });
  test("gets back the zero it lost", () => {
    expect(typedPrmSchema.parse("1234567890123")).toBe("01234567890123");
  });
});

describe("a decision about stays", () => {
  const address = { operation: "saint-exemple", prm: POINT.prm, stays: [POINT.participant] };
  test("has the day and the cause of its kind, and nothing else", () => {
    const exit = { ...address, kind: "exit", day: "2027-03-01", cause: "contract_ended" };
    expect(stayDecisionSchema.parse(exit)).toMatchObject({ kind: "exit", cause: "contract_ended", confirmed: false });
    expect(stayDecisionSchema.parse({ ...address, kind: "cancel_exit", confirmed: "1" })).toMatchObject({
      confirmed: true,
    });
  });
  test.for([
    { kind: "exit", day: "2027-03-01" },
    { kind: "exit", cause: "organiser" },
    { kind: "correct_entry" },
    { kind: "other" },
  ])("%j lacks something", (decision) => {
    expect(stayDecisionSchema.safeParse({ ...address, ...decision }).success).toBe(false);
  });
});
