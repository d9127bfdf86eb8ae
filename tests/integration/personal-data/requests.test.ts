import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { answerRequest } from "@/lib/services/requests/answer-request";
import { prepareRequest } from "@/lib/services/requests/prepare-request";
import { saveRequest } from "@/lib/services/requests/save-request";
import { sendRequest } from "@/lib/services/requests/send-request";
import { withdrawRequest } from "@/lib/services/requests/withdraw-request";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createFormerResident, type FormerResident, KEPT_UNTIL, RESIDENT } from "../../support/former-resident";
import { bareRequest, readTestRequest } from "../../support/test-requests";
import { connectTestSql } from "../../support/test-sql";
import { listTextsOfOperation } from "../../support/texts-of-operation";

const sql = connectTestSql();
const SENT = civilDate("2020-03-02");

let collectivity: TestCollectivity;
let resident: FormerResident;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  resident = await createFormerResident(collectivity, sql);
});

test("a request that asked for her return names her nowhere once she is erased", async () => {
  const { operation, meteringPointId, participantId, prm } = resident;
  const { actor } = collectivity.users.officer;
  const named = { ...operation, collectivity: { name: "Commune des tests" } };
  const draft = bareRequest("perimeter", {
    wantedDay: civilDate("2020-06-01"),
    reason: `Retour de ${RESIDENT.name}`,
    lines: [{ meteringPointId, role: "consumer", move: "entry" }],
    key: { kind: "static", unitPpm: 100, ppmByConsumer: new Map([[meteringPointId, 300_000]]) },
  });
  const id = await saveRequest(operation, actor, null, draft);
  // Made, thrown away and made again: what was thrown away names her as well.
  await prepareRequest(named, actor, id, SENT);
  await prepareRequest(named, actor, id, SENT);
  await sendRequest(operation, actor, id, { day: SENT, isShortNoticeAccepted: false }, SENT);
  const problem = { meteringPointId, subject: "identity", text: `${RESIDENT.name} est inconnue` } as const;
  await answerRequest(operation, actor, id, { move: "report_anomaly", day: SENT, problems: [problem] }, SENT);
  await withdrawRequest(operation.id, actor, id, SENT, SENT);

  await requestErasure(operation.id, actor, participantId, KEPT_UNTIL);
  for (const text of [RESIDENT.name, "Durand", prm]) {
    expect({ text, places: await listTextsOfOperation(sql, operation.id, text) }).toEqual({ text, places: [] });
  }
  const { events, reason } = await readTestRequest(operation, id);
  expect(reason).toBe("Motif effacé");
  expect(events.map(({ state, files }) => [state, files.map(({ isPurged }) => isPurged)])).toEqual([
    ["sent", [true, true]],
    ["anomaly", []],
    ["withdrawn", []],
  ]);
  const left = await sql(
    `SELECT f.kind FROM convention_request_file f JOIN kept_file k USING (operation_id, sha256)
      WHERE f.operation_id = $1 AND k.purged_at IS NULL`,
    [operation.id],
  );
  expect(left).toEqual([]);
});
