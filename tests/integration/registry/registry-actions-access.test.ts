import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  addParticipantAction,
  editParticipantAction,
  removeParticipantAction,
} from "@/app/(espace)/operations/[operation]/participants/[participant]/actions";
import {
  addMeteringPointAction,
  decideStaysAction,
  editMeteringPointAction,
  handOverAction,
  planEntryAction,
  removeMeteringPointAction,
} from "@/app/(espace)/operations/[operation]/participants/prm/actions";
import type { RegistryAction } from "@/components/registry/registry-form";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";
import { listWrongCallers } from "../../support/wrong-callers";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const sql = connectTestSql();

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  operation = await createTestOperation(own);
});

const PERSON = { kind: "natural", name: "Ariane Lantier", address: "", email: "", phone: "" };
const SITE = {
  ...{ name: "Maison", address: "", withdrawalContract: "", injectionContract: "", meterNumber: "", voltage: "" },
  ...{ isMeterCommunicating: "", subscribedPower: "", peakPower: "", energySource: "", annualWithdrawal: "" },
  ...{ surface: "", latitude: "", longitude: "" },
};

type Form = Readonly<Record<string, string>>;

const ACTIONS: readonly { name: string; action: RegistryAction; form: () => Form }[] = [
  { name: "add a participant", action: addParticipantAction, form: () => PERSON },
  {
    name: "change a participant",
    action: editParticipantAction,
    form: () => ({ ...PERSON, participant: randomUUID() }),
  },
  { name: "remove a participant", action: removeParticipantAction, form: () => ({ participant: randomUUID() }) },
  {
    name: "add a metering point",
    action: addMeteringPointAction,
    form: () => ({ ...SITE, participant: randomUUID(), prm: nextPrm(), roles: "consumer", day: "2027-01-01" }),
  },
  { name: "change a metering point", action: editMeteringPointAction, form: () => ({ ...SITE, prm: hall() }) },
  {
    name: "hand over a metering point",
    action: handOverAction,
    form: () => ({ prm: hall(), participant: randomUUID(), day: "2027-01-01" }),
  },
  { name: "remove a metering point", action: removeMeteringPointAction, form: () => ({ prm: hall() }) },
  {
    name: "plan an entry",
    action: planEntryAction,
    form: () => ({ prm: hall(), roles: "producer", day: "2027-01-01", confirmed: "1" }),
  },
  {
    name: "plan an exit",
    action: decideStaysAction,
    form: () => ({
      ...{ prm: hall(), kind: "exit", stays: randomUUID(), day: "2027-01-01" },
      ...{ cause: "organiser", confirmed: "1" },
    }),
  },
];

const hall = () => operation.point("Mairie").prm;

const countEvents = async () =>
  (await sql("SELECT id FROM audit_event WHERE operation_id = $1", [operation.id])).length;

describe.for(listWrongCallers(() => ({ own, stranger })))("$who may not", ({ code, headers }) => {
  beforeAll(async () => {
    request.headers = new Headers(await headers());
  });

  test.for(ACTIONS)("$name", async ({ action, form }) => {
    const before = await countEvents();
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...form(), operation: operation.sheet.slug }))
      data.append(name, value);
    expect(await action({ status: "idle" }, data)).toMatchObject({ status: "failed", code });
    expect(await countEvents()).toBe(before);
  });
});
