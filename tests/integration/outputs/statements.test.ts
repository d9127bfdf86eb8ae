import { unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { openStatements } from "@/lib/services/outputs/open-statements";
import { type OutputRun, readOutputRun } from "@/lib/services/outputs/read-output-run";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { handOverMeteringPoint } from "@/lib/services/registry/hand-over-metering-point";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { OCTOBER } from "../../support/dynamic-operation";
import { expectRefusal } from "../../support/expect-answer";
import { RESIDENT } from "../../support/registry-details";
import { settleOctober } from "../../support/settled-october";

const HANDED_OVER = civilDate("2025-10-11");
const FORMER = "Jeanne d’Exemple-Durand";
const NEXT = "Émile Suivant";

let collectivity: TestCollectivity;
let operation: TestOperation;
let output: OutputRun;
let ids: { readonly former: string; readonly next: string; readonly commune: string };

// The hall is Jeanne's until 10 October, then Émile's; the school is Émile's; all else is the commune's.
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  const { actor } = collectivity.users.officer;
  const settled = await settleOctober(collectivity);
  ({ operation } = settled);
  const add = (name: string) => addParticipant(operation, actor, { ...RESIDENT, name, email: null });
  const [former, next] = [await add(FORMER), await add(NEXT)];
  const give = (name: string, participantId: string, day = OCTOBER.from) =>
    handOverMeteringPoint(operation, actor, { prm: operation.point(name).prm, participantId, day });
  await give("=Halle; des sports", former);
  await give("=Halle; des sports", next, HANDED_OVER);
  await give("École", next);
  output = (await readOutputRun(operation, settled.run.id)) as OutputRun;
  const { recipients } = await openStatements(output);
  const commune = recipients.find(({ name }) => name === TEST_PARTICIPANT.name)?.id ?? "";
  ids = { former, next, commune };
}, 60_000);

const address = (rest = "") => `/api/v1/operations/${operation.accNumber}/runs/${output.run.id}/statements${rest}`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function readText(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

async function compose(participantId: string) {
  const statement = await (await openStatements(output)).compose(participantId);
  if (!statement) throw new Error("nobody is told");
  return statement;
}

describe("a statement", { timeout: 30_000 }, () => {
  test("is for everyone who held a metering point in the period, with his own", async () => {
    const { recipients } = await openStatements(output);
    expect(recipients.map(({ name, roles, prms }) => [name, roles, prms.length])).toEqual([
      [TEST_PARTICIPANT.name, ["consumer", "producer"], 3],
      [NEXT, ["consumer"], 2],
      [FORMER, ["consumer"], 1],
    ]);
  });

  test("tells a point that changed hands by each holder's days; together they are the point's", async () => {
    const [former, next] = await Promise.all([compose(ids.former), compose(ids.next)]);
    const { prm } = operation.point("=Halle; des sports");
    const point = output.consumers.find((each) => each.prm === prm);
    const parts = [former, next].map(({ consumption }) => consumption?.points.find((each) => each.prm === prm));
    expect(parts.map((part) => part?.days)).toEqual([
      { from: OCTOBER.from, toExclusive: HANDED_OVER },
      { from: HANDED_OVER, toExclusive: OCTOBER.toExclusive },
    ]);
    expect(Math.abs(sum(parts.map((part) => part?.sharedWh ?? 0)) - (point?.sharedWh ?? 0))).toBeLessThanOrEqual(10);
    expect(former.consumption?.days.filter(({ energyWh }) => energyWh > 0)).toHaveLength(10);
    expect(former.consumption?.sources).toBeNull();
    expect(former.production).toBeNull();
  });

  test("adds up: points, days and sources to the total, and the total to the files of the run", async () => {
    const { consumption, production } = await compose(ids.commune);
    const own = output.consumers.find(({ name }) => name === "Mairie");
    expect(consumption?.total).toEqual({ energyWh: own?.energyWh, sharedWh: own?.sharedWh, restWh: own?.restWh });
    for (const told of [consumption, production]) {
      for (const field of ["energyWh", "sharedWh", "restWh"] as const) {
        expect(sum((told?.days ?? []).map((day) => day[field]))).toBe(told?.total[field]);
      }
    }
    expect(sum((consumption?.sources ?? []).map(({ energyWh }) => energyWh))).toBe(own?.sharedWh);
    expect(production?.total.sharedWh).toBe(output.totals.selfConsumedWh);
    expect(production?.consumerCount).toBe(3);
  });
});

describe("the download", { timeout: 60_000 }, () => {
  const read = async (rest: string) => {
    const response = await callApi(address(rest), { key: await collectivity.users.officer.key("write") });
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  test("is a PDF for one: his figures, whom they come from, and nothing of other consumers", async () => {
    const { response, bytes } = await read(`?participant=${ids.former}`);
    expect(response.headers.get("content-disposition")).toContain("_v1_releve_jeanne-d-exemple-durand.pdf");
    const text = await readText(bytes);
    for (const part of [
      FORMER,
      "Votre relevé d’énergie partagée",
      `PRM ${operation.point("=Halle; des sports").prm}, du 01/10/2025 au 10/10/2025`,
      "clé par défaut, au prorata des consommations, choisie par l’organisateur",
      "a changé de titulaire pendant la période",
    ]) {
      expect(text).toContain(part);
    }
    // What the site is called today is its next holder's.
    expect(text).not.toContain("Halle");
    for (const other of [NEXT, "Mairie", "École"]) expect(text).not.toContain(other);
    for (const name of ["Mairie", "École"]) expect(text).not.toContain(operation.point(name).prm);
  });

  test("is an archive for all, a PDF each, numbered", async () => {
    const { bytes } = await read("");
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([
      "001_releve_commune-des-tests.pdf",
      "002_releve_emile-suivant.pdf",
      "003_releve_jeanne-d-exemple-durand.pdf",
    ]);
    const text = await readText(files["001_releve_commune-des-tests.pdf"] as Uint8Array);
    expect(text).toContain("Ce que vous avez produit");
    for (const other of [NEXT, FORMER]) expect(text).not.toContain(other);
  });

  test("is nothing for a participant of nowhere, nor for a run of nowhere", async () => {
    const key = await collectivity.users.officer.key("write");
    const unknown = "01890000-0000-7000-8000-00000000ffff";
    await expectRefusal(await callApi(address(`?participant=${unknown}`), { key }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(address().replace(output.run.id, unknown), { key }), 404, "NOT_FOUND");
    await expectRefusal(await callApi(address("?participant=1"), { key }), 400, "INVALID_REQUEST");
  });
});

test("whoever asked to be erased gets none", async () => {
  await requestErasure(operation.id, collectivity.users.officer.actor, ids.former, civilDate("2026-01-01"));
  const { recipients, compose: tell } = await openStatements(output);
  expect(recipients.map(({ id }) => id)).not.toContain(ids.former);
  expect(await tell(ids.former)).toBeNull();
});
