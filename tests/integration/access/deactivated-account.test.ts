import { beforeAll, describe, expect, test } from "vitest";
import { listDigestReaders } from "@/lib/data/digest-sendings";
import { writeDigestFrequency } from "@/lib/data/reminder-settings";
import { civilDate } from "@/lib/domain/time/civil-date";
import { authenticate } from "@/lib/server/authenticate";
import { createCalendarFeed } from "@/lib/services/reminders/create-calendar-feed";
import { openCalendarFeed } from "@/lib/services/reminders/open-calendar-feed";
import { createTestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const DAY = civilDate("2026-11-23");

let user: TestUser;
let proofs: readonly { readonly what: string; readonly headers: Headers }[];
let token: string;

beforeAll(async () => {
  user = (await createTestCollectivity()).users.officer;
  proofs = [
    { what: "a session", headers: new Headers({ cookie: await user.cookie() }) },
    { what: "a key for reading", headers: new Headers({ authorization: `Bearer ${await user.key("read")}` }) },
    { what: "a key for writing", headers: new Headers({ authorization: `Bearer ${await user.key("write")}` }) },
  ];
  ({ token } = await createCalendarFeed(user.id, "Agenda", user.actor));
  await writeDigestFrequency(user.id, user.actor, "daily");
});

const setDeactivated = (at: Date | null) => sql(`UPDATE "user" SET deactivated_at = $2 WHERE id = $1`, [user.id, at]);
const isWrittenTo = async () => (await listDigestReaders(["daily"], DAY)).some(({ userId }) => userId === user.id);

describe("a deactivated account", () => {
  test("opens nothing from that instant, and everything again once it is active", async () => {
    for (const { headers } of proofs) await expect(authenticate(headers)).resolves.toBeDefined();
    expect(await openCalendarFeed(token)).not.toBeNull();
    expect(await isWrittenTo()).toBe(true);

    await setDeactivated(new Date());
    for (const { what, headers } of proofs) {
      await expect(authenticate(headers), what).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
    expect(await openCalendarFeed(token)).toBeNull();
    expect(await isWrittenTo()).toBe(false);
    expect(await user.cookie()).toBe("");

    await setDeactivated(null);
    for (const { headers } of proofs) await expect(authenticate(headers)).resolves.toBeDefined();
    expect(await user.cookie()).not.toBe("");
  });
});
