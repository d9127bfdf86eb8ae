import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { handOverMeteringPoint } from "@/lib/services/registry/hand-over-metering-point";
import { gatherCouncilReport } from "@/lib/services/report/gather-council-report";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { TEST_PARTICIPANT, type TestOperation } from "../../support/create-test-operation";
import { OCTOBER } from "../../support/dynamic-operation";
import { expectRefusal } from "../../support/expect-answer";
import { RESIDENT } from "../../support/registry-details";
import { settleOctober } from "../../support/settled-october";

const RESIDENT_NAME = "Jeanne d’Exemple-Durand";
const TODAY = civilDate("2025-12-15");
const AUTUMN = { from: OCTOBER.from, toExclusive: civilDate("2025-12-01") };

let collectivity: TestCollectivity;
let operation: TestOperation;
let run: Awaited<ReturnType<typeof settleOctober>>["run"];

// One resident holds the hall; the commune holds the rest. November is not settled.
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  ({ operation, run } = await settleOctober(collectivity));
  const { actor } = collectivity.users.officer;
  const participantId = await addParticipant(operation, actor, { ...RESIDENT, name: RESIDENT_NAME, email: null });
  const { prm } = operation.point("=Halle; des sports");
  await handOverMeteringPoint(operation, actor, { prm, participantId, day: OCTOBER.from });
}, 60_000);

const gather = (window = AUTUMN) =>
  gatherCouncilReport(
    { ...operation, collectivity: { id: collectivity.id, name: TEST_PARTICIPANT.name } },
    window,
    TODAY,
  );

describe("a report to the council", () => {
  test("tells the stored results of its months, and which of them lack", async () => {
    const report = await gather();
    expect(report?.months.map(({ state, run: used }) => [state, used?.id ?? null])).toEqual([
      ["settled", run.id],
      ["not_settled", null],
    ]);
    expect(Math.abs((report?.totals.productionWh ?? 0) - run.totals.productionWh)).toBeLessThanOrEqual(1000);
    expect(report?.months[0]?.run?.inputFingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(report?.typicalDays.map(({ season, days }) => [season, days])).toEqual([["autumn", 31]]);
  });

  test("puts a single resident with sites, so that no figure is his alone", async () => {
    const report = await gather();
    expect(report?.consumers.map(({ subject }) => subject)).toEqual([
      { kind: "residents", peopleCount: 1, siteCount: 2 },
    ]);
    expect(report?.producers.map(({ subject }) => subject.kind)).toEqual(["site", "site"]);
  });

  test("says nothing of amounts while no price is known", async () => {
    const report = await gather();
    expect([report?.saved, report?.consumers[0]?.amountCents]).toEqual([null, null]);
  });

  test("is none before anything is settled", async () => {
    expect(await gather({ from: civilDate("2025-11-01"), toExclusive: civilDate("2025-12-01") })).toBeNull();
  });
});

describe("its download", { timeout: 30_000 }, () => {
  const address = (query: string) => `/api/v1/operations/${operation.accNumber}/report${query}`;

  test("is a PDF that an elected member may read, and names no resident", async () => {
    const key = await collectivity.users.elected.key("read");
    const response = await callApi(address("?from=2025-10-01&to=2025-12-01"), { key });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(response.headers.get("content-disposition")).toContain("_rapport.pdf");
    const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
    const { text } = await extractText(document, { mergePages: true });
    const words = text.replace(/\s+/g, " ");
    expect(words).toContain("1 habitant et 2 autres sites");
    for (const name of [RESIDENT_NAME, "Halle; des sports"]) expect(words).not.toContain(name);
  });

  test("is refused where nothing is settled, and for days in the wrong order", async () => {
    const key = await collectivity.users.officer.key("read");
    await expectRefusal(await callApi(address("?from=2024-01-01&to=2025-01-01"), { key }), 422, "NOTHING_SETTLED");
    await expectRefusal(await callApi(address("?from=2025-11-01&to=2025-10-01"), { key }), 400, "INVALID_REQUEST");
    await expectRefusal(await callApi(address(""), { key }), 400, "INVALID_REQUEST");
  });
});
