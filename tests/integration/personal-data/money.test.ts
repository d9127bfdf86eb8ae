import { beforeAll, expect, test } from "vitest";
import { personalDataSchema } from "@/lib/schemas/api/personal-data";
import { type NewPrice, setPrices } from "@/lib/services/money/set-prices";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer } from "../../support/expect-answer";
import {
  createFormerResident,
  type FormerResident,
  JANUARY,
  KEPT_UNTIL,
  LEFT_ON,
  RESIDENT,
} from "../../support/former-resident";
import { connectTestSql } from "../../support/test-sql";
import { listTextsOfOperation } from "../../support/texts-of-operation";

const sql = connectTestSql();
const HER_CONTRACT = `contrat de ${RESIDENT.name}`;

let collectivity: TestCollectivity;
let resident: FormerResident;

const price = (kind: NewPrice["kind"], values: NewPrice["values"], more: Partial<NewPrice> = {}): NewPrice => ({
  ...{ kind, values, from: JANUARY, source: "délibération d’essai" },
  ...more,
});

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  resident = await createFormerResident(collectivity, sql);
  const { operation, prm, participantId } = resident;
  const hall = operation.point("Mairie").prm;
  await setPrices(operation.id, collectivity.users.officer.actor, [
    price("supply", { BASE: 20_000 }),
    price("supply", { BASE: 23_456 }, { prm, source: HER_CONTRACT }),
    price("vat_choice", { included: 1 }, { participantId, source: "sa réponse au questionnaire" }),
    price("supply", { BASE: 18_000 }, { prm: hall, source: `vu avec ${RESIDENT.name}` }),
    price("supply", { BASE: 19_000 }, { prm: operation.point("École").prm, source: "marché de l’école" }),
  ]);
});

test("her export has her prices, her choice and what she saved, and of nobody else", async () => {
  const { operation, participantId, prm } = resident;
  const path = `/api/v1/operations/${operation.accNumber}/participants/${participantId}/personal-data`;
  const answer = await callApi(path, { key: await collectivity.users.officer.key("write") });
  const { personalData } = await expectAnswer(answer, 200, personalDataSchema);
  expect(personalData.prices).toHaveLength(2);
  expect(personalData.prices).toMatchObject([
    { prm, kind: "supply", from: JANUARY, values: { BASE: 23_456 }, source: HER_CONTRACT, supersededAt: null },
    { prm: null, kind: "vat_choice", values: { included: 1 } },
  ]);
  // What she saved is not known: no internal price was entered.
  expect(personalData.money).toMatchObject([
    { prm, role: "consumer", from: JANUARY, toExclusive: LEFT_ON, savedCents: null, resaleCents: null },
  ]);
});

test("once she is erased no source is hers or names her, and figures stay as they are", async () => {
  const { operation, participantId } = resident;
  await requestErasure(operation.id, collectivity.users.officer.actor, participantId, KEPT_UNTIL);
  for (const text of [RESIDENT.name, "Durand"]) {
    expect(await listTextsOfOperation(sql, operation.id, text)).toEqual([]);
  }
  const entries = await sql("SELECT values, source FROM price_entry WHERE operation_id = $1 ORDER BY created_at, id", [
    operation.id,
  ]);
  expect(entries).toHaveLength(5);
  expect(entries).toEqual(
    expect.arrayContaining([
      { values: { BASE: 20_000 }, source: "délibération d’essai" },
      { values: { BASE: 23_456 }, source: "Source effacée" },
      { values: { included: 1 }, source: "Source effacée" },
      { values: { BASE: 18_000 }, source: "Source effacée" },
      { values: { BASE: 19_000 }, source: "marché de l’école" },
    ]),
  );
});

test.for(["values = '{}'", "from_day = '2021-01-01'", "source = 'autre', values = '{}'"])(
  "%s is refused",
  async (set) => {
    const write = sql(`UPDATE price_entry SET ${set} WHERE operation_id = $1`, [resident.operation.id]);
    await expect(write).rejects.toThrow("a price that was told does not change");
  },
);
