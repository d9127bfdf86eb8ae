import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { writeKeys } from "@/lib/data/coefficient-version-writing";
import { findKeyVersion, listKeyVersions } from "@/lib/data/coefficient-versions";
import { civilDate } from "@/lib/domain/time/civil-date";
import { copyKey } from "@/lib/services/coefficients/copy-key";
import { createKeyDraft } from "@/lib/services/coefficients/create-key-draft";
import { moveKey } from "@/lib/services/coefficients/move-key";
import { sendKey } from "@/lib/services/coefficients/send-key";
import { updateKeyDraft } from "@/lib/services/coefficients/update-key-draft";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const SENT = { sentDay: civilDate("2026-06-01"), isShortNoticeAccepted: false };
const EARLIEST = civilDate("2026-06-20");

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-03-01"), key: "default" });
});

const actor = () => collectivity.users.officer.actor;

function draftOf(shares: Readonly<Record<string, number>>, from = EARLIEST) {
  return {
    kind: "static" as const,
    from,
    unitPpm: 100 as const,
    reason: "Conseil du 18 mai",
    ppmByConsumer: new Map(Object.entries(shares).map(([name, ppm]) => [operation.point(name).id, ppm])),
    rule: null,
    sourceKeyId: null,
  };
}

const announce = (keyId: string) => writeKeys(operation.id, actor(), (writing) => writing.announce(keyId));

async function sendNew(shares: Readonly<Record<string, number>>, from = EARLIEST) {
  const id = await createKeyDraft(operation, actor(), draftOf(shares, from));
  await announce(id);
  await sendKey(operation.id, actor(), id, { ...SENT, isShortNoticeAccepted: true });
  return id;
}

describe("the life of a version", () => {
  test("a draft holds nothing; announced and sent, it holds from its day on and says who and why", async () => {
    const id = await createKeyDraft(operation, actor(), draftOf({ Mairie: 333_300, École: 666_700 }));
    await updateKeyDraft(operation, actor(), id, draftOf({ Mairie: 400_000, École: 600_000 }));
    await announce(id);
    expect(await listCoefficientKeys(operation.id)).toHaveLength(1);
    await sendKey(operation.id, actor(), id, SENT);
    const [before, after] = await listCoefficientKeys(operation.id);
    expect([before?.kind, before?.toExclusive]).toEqual(["default", EARLIEST]);
    expect(after).toMatchObject({ id, kind: "static", from: EARLIEST, toExclusive: null });
    expect(await findKeyVersion(operation.id, id)).toMatchObject({
      version: 2,
      progress: "sent",
      reason: "Conseil du 18 mai",
      sentDay: SENT.sentDay,
      ppmByConsumer: new Map([
        [operation.point("Mairie").id, 400_000],
        [operation.point("École").id, 600_000],
      ]),
      createdByName: expect.any(String),
      announcedByName: expect.any(String),
      sentByName: expect.any(String),
    });
  });

  test("a version is announced before it is sent", async () => {
    const id = await createKeyDraft(operation, actor(), draftOf({}));
    await expect(sendKey(operation.id, actor(), id, SENT)).rejects.toMatchObject({ code: "KEY_MOVE_REFUSED" });
  });

  test("an announced version changes only once it is taken back", async () => {
    const id = await createKeyDraft(operation, actor(), draftOf({ Mairie: 1 }));
    await announce(id);
    const change = () => updateKeyDraft(operation, actor(), id, draftOf({ Mairie: 2 }));
    await expect(change()).rejects.toMatchObject({ code: "KEY_MOVE_REFUSED" });
    await moveKey(operation.id, actor(), id, "reopen");
    await change();
    expect(await findKeyVersion(operation.id, id)).toMatchObject({ progress: "draft", announcedAt: null });
  });

  test("a day that the notice does not reach is refused, unless the operator accepted it", async () => {
    const early = civilDate("2026-06-19");
    const id = await createKeyDraft(operation, actor(), draftOf({}, early));
    await announce(id);
    await expect(sendKey(operation.id, actor(), id, SENT)).rejects.toMatchObject({
      code: "KEY_NOTICE_TOO_SHORT",
      details: { from: early, earliest: EARLIEST },
    });
    await sendKey(operation.id, actor(), id, { ...SENT, isShortNoticeAccepted: true });
    expect(await listCoefficientKeys(operation.id)).toMatchObject([{ toExclusive: early }, { from: early }]);
  });

  test("a version given up stays in history and cannot come back", async () => {
    const id = await createKeyDraft(operation, actor(), draftOf({}));
    await moveKey(operation.id, actor(), id, "give_up");
    expect((await listKeyVersions(operation.id)).map(({ isSuperseded }) => isSuperseded)).toEqual([true, false]);
    const back = moveKey(operation.id, actor(), id, "reopen");
    await expect(back).rejects.toMatchObject({ code: "KEY_MOVE_REFUSED" });
  });

  test("going back is a new version that says where it comes from", async () => {
    const first = await sendNew({ Mairie: 250_000 });
    await sendNew({ Mairie: 750_000 }, civilDate("2026-08-01"));
    const reason = "Retour à la clé de juin";
    const id = await copyKey(operation, actor(), first, { from: civilDate("2026-10-01"), reason });
    expect(await findKeyVersion(operation.id, id)).toMatchObject({
      version: 4,
      progress: "draft",
      sourceKeyId: first,
      reason,
      ppmByConsumer: new Map([[operation.point("Mairie").id, 250_000]]),
    });
  });

  test("no version of another operation is found", async () => {
    const other = await createTestOperation(collectivity);
    const id = await createKeyDraft(operation, actor(), draftOf({}));
    await expect(moveKey(other.id, actor(), id, "give_up")).rejects.toMatchObject({ code: "UNKNOWN_KEY" });
    await expect(findKeyVersion(other.id, id)).rejects.toMatchObject({ code: "UNKNOWN_KEY" });
  });
});

describe("the database itself", () => {
  test("refuses any change of what was sent, but of its days", async () => {
    const id = await sendNew({ Mairie: 250_000 });
    const where = "WHERE operation_id = $1 AND id = $2";
    const keys = [operation.id, id];
    for (const change of ["kind = 'default'", "unit_ppm = 1", "state = 'draft'", "reason = 'autre'", "version = 9"]) {
      await expect(sql(`UPDATE coefficient_key SET ${change} ${where}`, keys)).rejects.toThrow("does not change");
    }
    await expect(sql(`DELETE FROM coefficient_key ${where}`, keys)).rejects.toThrow("append-only");
    const shares = "WHERE operation_id = $1 AND key_id = $2";
    await expect(sql(`UPDATE static_coefficient SET ppm = 1 ${shares}`, keys)).rejects.toThrow("do not change");
    await expect(sql(`DELETE FROM static_coefficient ${shares}`, keys)).rejects.toThrow("do not change");
    await sql(`UPDATE coefficient_key SET to_day = '2026-12-01' ${where}`, keys);
  });

  test("lets drafts be for the same days", async () => {
    await createKeyDraft(operation, actor(), draftOf({}));
    await createKeyDraft(operation, actor(), draftOf({}));
    expect(await listKeyVersions(operation.id)).toHaveLength(3);
  });

  test("lets an operation go with its keys", async () => {
    await sendNew({ Mairie: 250_000 });
    await sql("DELETE FROM operation WHERE id = $1", [operation.id]);
    expect(await sql("SELECT FROM static_coefficient WHERE operation_id = $1", [operation.id])).toHaveLength(0);
  });
});
