import { afterAll, beforeAll, expect, test } from "vitest";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import { personalDataSchema } from "@/lib/schemas/api/personal-data";
import { announceKey } from "@/lib/services/coefficients/announce-key";
import { createKeyDraft } from "@/lib/services/coefficients/create-key-draft";
import { readAnnouncementStatus } from "@/lib/services/coefficients/read-announcement-status";
import { recordHandOver } from "@/lib/services/coefficients/record-hand-over";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { expectAnswer } from "../../support/expect-answer";
import { createFormerResident, type FormerResident, KEPT_UNTIL, RESIDENT } from "../../support/former-resident";
import { connectTestSql } from "../../support/test-sql";
import { listTextsOfOperation } from "../../support/texts-of-operation";

const sql = connectTestSql();
const FROM = civilDate("2020-01-20");

let collectivity: TestCollectivity;
let resident: FormerResident;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  resident = await createFormerResident(collectivity, sql);
});

afterAll(stopQueue);

test("what was announced to her is in her export, and names her nowhere once she is erased", async () => {
  const { operation, participantId, meteringPointId, prm } = resident;
  const { actor } = collectivity.users.officer;
  const keyId = await createKeyDraft(operation, actor, {
    kind: "static",
    from: FROM,
    unitPpm: 100,
    reason: null,
    ppmByConsumer: new Map([[meteringPointId, 250_000]]),
    rule: null,
    sourceKeyId: null,
  });
  await announceKey(operation, actor, keyId, { isMailOn: false });
  const { participants } = await readAnnouncementStatus(operation, keyId, FROM);
  const own = participants.find((each) => each.participantId === participantId);
  await recordHandOver(operation.id, actor, own?.announcement?.id ?? "", civilDate("2020-01-10"));

  const path = `/api/v1/operations/${operation.accNumber}/participants/${participantId}/personal-data`;
  const answer = await callApi(path, { key: await collectivity.users.officer.key("write") });
  const { personalData } = await expectAnswer(answer, 200, personalDataSchema);
  expect(personalData.announcements).toMatchObject([
    {
      channel: "letter",
      state: "sent",
      sentAt: "2020-01-09T23:00:00.000Z",
      from: FROM,
      shares: [{ prm, beforePpm: 300_000, afterPpm: 250_000 }],
    },
  ]);

  await requestErasure(operation.id, actor, participantId, KEPT_UNTIL);
  for (const text of [prm, RESIDENT.name, RESIDENT.email, RESIDENT.address]) {
    expect({ text, places: await listTextsOfOperation(sql, operation.id, text) }).toEqual({ text, places: [] });
  }
  const after = await readAnnouncementStatus(operation, keyId, FROM);
  expect(after.participants.find((each) => each.participantId === participantId)).toMatchObject({
    name: "Participant effacé",
    isErased: true,
    announcement: { state: "sent" },
  });
});
