import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { ANNOUNCEMENT_QUEUE } from "@/lib/data/queue-names";
import { civilDate } from "@/lib/domain/time/civil-date";
import { openMailer } from "@/lib/gateways/mail/open-mailer";
import { startWorkers } from "@/lib/jobs/start-workers";
import { readAnnouncementStatus } from "@/lib/services/coefficients/read-announcement-status";
import { sendAnnouncements } from "@/lib/services/coefficients/send-announcements";
import { announceTestKey, createNeighbourhood } from "../../support/announced-operation";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { emptyQueue } from "../../support/empty-queue";
import { startTestMailServer, type TestMailServer } from "../../support/mail-server";
import { connectTestSql } from "../../support/test-sql";

// Read once, when the process starts: here, before the first import.
const PORT = vi.hoisted(() => {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const settings = { SMTP_HOST: "127.0.0.1", SMTP_PORT: String(port), SMTP_SECURITY: "none", MAIL_FROM: "m@e.example" };
  Object.assign(process.env, settings);
  return port;
});

const sql = connectTestSql();
const A_WHILE = { timeout: 20_000, interval: 100 };

let collectivity: TestCollectivity;
let server: TestMailServer;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  server = await startTestMailServer({ port: PORT });
  return () => server.close();
});

afterAll(stopQueue);

test("a job whose worker died after one mail is taken up again, and nobody is written to twice", {
  timeout: 40_000,
}, async () => {
  // What other files left would be sent as well, to people of the same names.
  await emptyQueue(sql);
  const { operation } = await createNeighbourhood(collectivity, sql);
  const keyId = await announceTestKey(operation);
  const boss = await startQueue();
  const [claimed] = await boss.fetch(ANNOUNCEMENT_QUEUE); // a worker takes it
  expect(claimed?.data).toMatchObject({ keyId });
  const mailer = openMailer(server.settings);
  const dying = {
    async send(message: Parameters<typeof mailer.send>[0]) {
      if (server.taken.length === 1) throw new Error("killed");
      await mailer.send(message);
    },
  };
  await expect(sendAnnouncements(operation.id, keyId, dying)).rejects.toThrow("killed"); // and is never heard of again
  await sql("UPDATE queue.job SET heartbeat_on = now() - interval '1 hour' WHERE data->>'keyId' = $1", [keyId]);
  await sql("UPDATE queue.job SET retry_delay = 0 WHERE data->>'keyId' = $1", [keyId]);
  await sql("UPDATE queue.queue SET monitor_on = NULL");
  await startWorkers();
  await boss.supervise(ANNOUNCEMENT_QUEUE);
  await vi.waitFor(async () => {
    const status = await readAnnouncementStatus(operation, keyId, civilDate("2026-06-15"));
    expect(status).toMatchObject({ toldCount: 3, untoldCount: 1 });
  }, A_WHILE);
  expect(server.taken.map(({ to }) => to).sort()).toEqual([
    "jeanne@courriel.example",
    "mairie@commune.example",
    "paul@courriel.example",
  ]);
});
