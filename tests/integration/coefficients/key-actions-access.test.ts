import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  announceKeyAction,
  recordHandOverAction,
} from "@/app/(espace)/operations/[operation]/coefficients/versions/[version]/announcement-actions";
import { sendKeyAction } from "@/app/(espace)/operations/[operation]/coefficients/versions/actions";
import { listAnnouncements } from "@/lib/data/coefficient-announcements";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { stopQueue } from "@/lib/data/queue";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { type AnnouncedOperation, createNeighbourhood, draftTestKey } from "../../support/announced-operation";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/server", () => ({ connection: async () => undefined }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const sql = connectTestSql();
const TODAY = parisCivilDate(Date.now());

let own: TestCollectivity;
let place: AnnouncedOperation;
let draftId: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  place = await createNeighbourhood(own, sql);
  draftId = await draftTestKey(place.operation, { Mairie: 1_000_000 }, TODAY);
});

afterAll(stopQueue);

type Form = Readonly<Record<string, string>>;
type Action = typeof sendKeyAction;

const version = () => ({ version: draftId });

function run(action: Action, form: Form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, operation: place.operation.sheet.slug })) {
    data.append(name, value);
  }
  return action({ status: "idle" }, data);
}

describe("an officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("announces, records letters and sends a version, with each refusal on the way", async () => {
    await expect(run(announceKeyAction, version())).rejects.toThrow("NEXT_REDIRECT");
    const rows = await listAnnouncements(place.operation.id, draftId);
    expect(rows.map(({ channel }) => channel)).toEqual(["letter", "letter", "letter", "letter"]);
    const [first] = rows;
    const letter = { announcement: first?.id ?? "" };
    const tomorrow = addDays(TODAY, 1);
    expect(await run(recordHandOverAction, { ...letter, day: tomorrow })).toMatchObject({
      code: "DAY_IN_FUTURE",
      fieldErrors: { day: [expect.stringContaining("à venir")] },
    });
    expect(await run(recordHandOverAction, { ...letter, day: TODAY })).toMatchObject({ status: "done" });

    expect(await run(sendKeyAction, { ...version(), sentDay: tomorrow })).toMatchObject({ code: "DAY_IN_FUTURE" });
    const tooShort = await run(sendKeyAction, { ...version(), sentDay: TODAY });
    expect(tooShort).toMatchObject({
      code: "KEY_NOTICE_TOO_SHORT",
      fieldErrors: { shortNotice: [expect.stringMatching(/Premier jour possible : \d\d\/\d\d\/\d{4}\.$/)] },
    });
    const sent = await run(sendKeyAction, { ...version(), sentDay: TODAY, shortNotice: "on" });
    expect(sent).toMatchObject({ status: "done" });
    expect(await findKeyVersion(place.operation.id, draftId)).toMatchObject({ progress: "sent", sentDay: TODAY });
  });
});
