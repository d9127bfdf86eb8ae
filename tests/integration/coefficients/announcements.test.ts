import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAnnouncements } from "@/lib/data/coefficient-announcements";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { stopQueue } from "@/lib/data/queue";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { MailError } from "@/lib/gateways/mail/mailer";
import { openMailer } from "@/lib/gateways/mail/open-mailer";
import { announceKey } from "@/lib/services/coefficients/announce-key";
import { announceToMissing } from "@/lib/services/coefficients/announce-to-missing";
import { giveUpAnnouncements } from "@/lib/services/coefficients/give-up-announcements";
import { moveKey } from "@/lib/services/coefficients/move-key";
import { readAnnouncementStatus } from "@/lib/services/coefficients/read-announcement-status";
import { recordHandOver } from "@/lib/services/coefficients/record-hand-over";
import { retryAnnouncements } from "@/lib/services/coefficients/retry-announcements";
import { sendAnnouncements } from "@/lib/services/coefficients/send-announcements";
import {
  ANNOUNCED_FROM,
  type AnnouncedOperation,
  announceTestKey,
  createNeighbourhood,
} from "../../support/announced-operation";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { startTestMailServer, type TestMailServer, textOf } from "../../support/mail-server";
import { addTestPoint } from "../../support/registry-by-hand";
import { bareRequest, REQUEST_DAYS, sendNewRequest, sharesOf } from "../../support/test-requests";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const BEFORE = civilDate("2026-06-15");
const COMMUNE = "mairie@commune.example";
const JEANNE = "jeanne@courriel.example";
const PAUL = "paul@courriel.example";

let collectivity: TestCollectivity;
let place: AnnouncedOperation;
let server: TestMailServer;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  place = await createNeighbourhood(collectivity, sql);
  server = await startTestMailServer();
  return () => server.close();
});

afterAll(stopQueue);

const actor = () => collectivity.users.officer.actor;
const send = (keyId: string) => sendAnnouncements(place.operation.id, keyId, openMailer(server.settings));
const statusOf = (keyId: string, day = BEFORE) => readAnnouncementStatus(place.operation, keyId, day);
const recipients = () => server.taken.map(({ to }) => to).sort();
const mailTo = (address: string) => {
  const mail = server.taken.find(({ to }) => to === address);
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
};

async function rowOf(keyId: string, participantId: string) {
  const rows = await listAnnouncements(place.operation.id, keyId);
  const row = rows.findLast((each) => each.participantId === participantId);
  if (!row) throw new Error("nothing was announced to this participant");
  return row;
}

describe("an announced version", () => {
  test("writes to each participant his own figures, and keeps a letter for who has no address", async () => {
    const keyId = await announceTestKey(place.operation);
    expect(await send(keyId)).toEqual({ sent: 3, failed: 0 });
    expect(recipients()).toEqual([JEANNE, COMMUNE, PAUL]);
    const { point } = place.operation;
    const text = textOf(mailTo(JEANNE)).replace(/[\u00a0\u202f]/g, " ");
    expect(text).toContain(`Maison (PRM ${point("Maison").prm}) : part de 30 %, au lieu de 20 % jusqu’ici.`);
    expect(text).toContain("à partir du mardi 1er septembre 2026");
    for (const site of ["Mairie", "Atelier", "Ferme", "Toiture"]) expect(text).not.toContain(site);
    const ofCommune = textOf(mailTo(COMMUNE)).replace(/[\u00a0\u202f]/g, " ");
    expect(ofCommune).toContain("part inchangée, 40 %");
    expect(ofCommune).toContain(`concerné comme producteur : Toiture (PRM ${point("Toiture").prm})`);
    expect(ofCommune).toContain("5 % de votre production n’est affecté à aucun consommateur");
    expect(await statusOf(keyId)).toMatchObject({ toldCount: 3, untoldCount: 1, toHandOverCount: 1, lateCount: 0 });
    expect(await rowOf(keyId, place.participantIds.Ginette)).toMatchObject({ channel: "letter", state: "waiting" });
  });

  test("names nobody in what it keeps: people and sites are there by id", async () => {
    const keyId = await announceTestKey(place.operation);
    await send(keyId);
    const rows = await sql("SELECT to_jsonb(a)::text AS text FROM coefficient_announcement a WHERE key_id = $1", [
      keyId,
    ]);
    for (const { text } of rows) {
      expect(text).not.toMatch(/Exemple|courriel|Lilas|Maison/);
      for (const { prm } of place.operation.points) expect(text).not.toContain(prm);
    }
    const told = await sql("SELECT after FROM audit_event WHERE operation_id = $1 AND action = 'tell.participant'", [
      place.operation.id,
    ]);
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toMatch(/@|Exemple/);
  });

  test("without a mail server, is a letter for everyone", async () => {
    const keyId = await announceTestKey(place.operation, false);
    expect(await statusOf(keyId)).toMatchObject({ toldCount: 0, untoldCount: 4, toHandOverCount: 4 });
    expect(await sendAnnouncements(place.operation.id, keyId, null)).toEqual({ sent: 0, failed: 0 });
  });

  test("of which the mail server is gone since, says so of each message", async () => {
    const keyId = await announceTestKey(place.operation);
    expect(await sendAnnouncements(place.operation.id, keyId, null)).toEqual({ sent: 0, failed: 3 });
    expect(await rowOf(keyId, place.participantIds.Jeanne)).toMatchObject({ state: "failed", failure: "MAIL_OFF" });
  });

  test("is late for who is not told on its first day", async () => {
    const keyId = await announceTestKey(place.operation);
    await send(keyId);
    const { participants, lateCount } = await statusOf(keyId, ANNOUNCED_FROM);
    expect(lateCount).toBe(1);
    expect(participants.filter(({ isLate }) => isLate).map(({ name }) => name)).toEqual(["Ginette Exemple"]);
  });
});

describe("a message", () => {
  test("to an address that is refused is kept with the reason; the others go, and it goes again", async () => {
    server.answers.set(PAUL, { code: 550, message: `<${PAUL}> unknown` });
    const keyId = await announceTestKey(place.operation);
    expect(await send(keyId)).toEqual({ sent: 2, failed: 1 });
    const refused = await rowOf(keyId, place.participantIds.Paul);
    expect(refused).toMatchObject({ state: "failed", failure: "RECIPIENT_REFUSED", sentAt: null });
    server.answers.clear();
    expect(await retryAnnouncements(place.operation.id, actor(), keyId)).toBe(1);
    expect(await send(keyId)).toEqual({ sent: 1, failed: 0 });
    expect(recipients()).toEqual([JEANNE, COMMUNE, PAUL]);
    await expect(retryAnnouncements(place.operation.id, actor(), keyId)).rejects.toMatchObject({
      code: "ANNOUNCEMENT_OVER",
    });
  });

  test("that the server asks to bring later waits, and the others go", async () => {
    server.answers.set(PAUL, { code: 451, message: "greylisted" });
    const keyId = await announceTestKey(place.operation);
    await expect(send(keyId)).rejects.toThrow("1 to come back to");
    expect(recipients()).toEqual([JEANNE, COMMUNE]);
    server.answers.clear();
    expect(await send(keyId)).toEqual({ sent: 1, failed: 0 });
  });

  test("is sent once when the process dies after another one, and by one of two processes", async () => {
    const keyId = await announceTestKey(place.operation);
    const mailer = openMailer(server.settings);
    const dying = {
      async send(message: Parameters<typeof mailer.send>[0]) {
        if (server.taken.length === 1) throw new Error("killed");
        await mailer.send(message);
      },
    };
    await expect(sendAnnouncements(place.operation.id, keyId, dying)).rejects.toThrow("killed");
    expect(server.taken).toHaveLength(1);
    const counts = await Promise.all([send(keyId), send(keyId)]);
    expect(counts.map(({ sent }) => sent).reduce((sum, sent) => sum + sent, 0)).toBe(2);
    expect(recipients()).toEqual([JEANNE, COMMUNE, PAUL]);
  });

  test("waits while the server is away, and has failed after the last try", async () => {
    const keyId = await announceTestKey(place.operation);
    const away = openMailer({ ...server.settings, port: 1 });
    await expect(sendAnnouncements(place.operation.id, keyId, away)).rejects.toThrow("MAIL_UNREACHABLE");
    expect(await rowOf(keyId, place.participantIds.Paul)).toMatchObject({ state: "waiting" });
    await giveUpAnnouncements(place.operation.id, keyId);
    const rows = await listAnnouncements(place.operation.id, keyId);
    const mails = rows.filter(({ channel }) => channel === "email");
    expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(["failed"]));
    expect(mails.map(({ failure }) => failure).sort()).toEqual(["INTERRUPTED", "INTERRUPTED", "MAIL_UNREACHABLE"]);
  });

  test("is held back by a wrong password, and by a server without the encryption that was asked for", async () => {
    const closed = await startTestMailServer({ login: { user: "mairie", password: "bon" } });
    const message = {
      ...{ id: "1", to: { name: "Jeanne", address: JEANNE }, replyTo: null },
      ...{ subject: "Essai", text: "Essai", html: "<p>Essai</p>" },
    };
    const codeOf = (settings: Parameters<typeof openMailer>[0]) =>
      openMailer(settings)
        .send(message)
        .then(
          () => "sent",
          (error: MailError) => error.code,
        );
    expect(await codeOf(closed.settings)).toBe("sent");
    const login = { user: "mairie", password: "faux" };
    expect(await codeOf({ ...closed.settings, login })).toBe("MAIL_CREDENTIALS");
    expect(await codeOf({ ...server.settings, security: "starttls" })).toBe("MAIL_ENCRYPTION");
    await closed.close();
  });
});

describe("by hand", () => {
  test("a letter handed over is recorded on its day, once", async () => {
    const keyId = await announceTestKey(place.operation);
    const { id } = await rowOf(keyId, place.participantIds.Ginette);
    await recordHandOver(place.operation.id, actor(), id, civilDate("2026-06-20"));
    expect(await rowOf(keyId, place.participantIds.Ginette)).toMatchObject({
      channel: "letter",
      state: "sent",
      sentAt: new Date("2026-06-19T22:00:00Z"),
    });
    await expect(recordHandOver(place.operation.id, actor(), id, BEFORE)).rejects.toMatchObject({
      code: "ANNOUNCEMENT_OVER",
    });
  });

  test("who has an address by now is written to", async () => {
    const keyId = await announceTestKey(place.operation);
    await send(keyId);
    await sql("UPDATE participant SET email = 'ginette@courriel.example' WHERE id = $1", [
      place.participantIds.Ginette,
    ]);
    expect(await retryAnnouncements(place.operation.id, actor(), keyId)).toBe(1);
    await send(keyId);
    expect(await statusOf(keyId)).toMatchObject({ toldCount: 4, untoldCount: 0 });
  });
});

describe("a version taken back", () => {
  test("keeps what was said as history; everybody is told again, and nobody of the old figures", async () => {
    const keyId = await announceTestKey(place.operation);
    server.answers.set(PAUL, { code: 451, message: "later" });
    await expect(send(keyId)).rejects.toThrow();
    await moveKey(place.operation.id, actor(), keyId, "reopen");
    const { past, participants } = await statusOf(keyId);
    expect(participants).toEqual([]);
    expect(past).toHaveLength(4);
    expect(await rowOf(keyId, place.participantIds.Paul)).toMatchObject({ state: "failed", failure: "WITHDRAWN" });
    server.answers.clear();
    expect(await send(keyId)).toEqual({ sent: 0, failed: 0 });
    const again = await announceAgain(keyId);
    expect(again).toEqual({ emails: 3, letters: 1 });
    expect(await send(keyId)).toEqual({ sent: 3, failed: 0 });
    expect(await statusOf(keyId)).toMatchObject({ toldCount: 3, untoldCount: 1 });
    expect((await statusOf(keyId)).past).toHaveLength(4);
  });
});

function announceAgain(keyId: string) {
  return announceKey(place.operation, actor(), keyId, { isMailOn: true });
}

describe("who comes after the announcement", () => {
  test("is shown as not told, and is told alone", async () => {
    const keyId = await announceTestKey(place.operation);
    await send(keyId);
    await sql("DELETE FROM coefficient_announcement WHERE key_id = $1 AND participant_id = $2", [
      keyId,
      place.participantIds.Paul,
    ]);
    expect(await statusOf(keyId)).toMatchObject({ missingCount: 1, untoldCount: 2 });
    const counts = await announceToMissing(place.operation, actor(), keyId, { isMailOn: true });
    expect(counts).toEqual({ emails: 1, letters: 0 });
    expect(await send(keyId)).toEqual({ sent: 1, failed: 0 });
    expect(recipients()).toEqual([JEANNE, COMMUNE, PAUL, PAUL]);
  });

  test("reaches who enters by a request that was sent, which the registry plans no more", async () => {
    const { operation } = place;
    const { prm, participantId } = await addTestPoint(operation, { day: REQUEST_DAYS.wanted });
    const point = await findMeteringPoint(operation.id, prm);
    const lines = [{ meteringPointId: point?.id ?? "", role: "consumer", move: "entry" }] as const;
    const key = sharesOf(operation, { Mairie: 400_000, Maison: 200_000, Atelier: 200_000, Ferme: 200_000 });
    const ppmByConsumer = new Map([...key.ppmByConsumer, [point?.id ?? "", 0]]);
    await sendNewRequest(operation, bareRequest("perimeter", { lines, key: { ...key, ppmByConsumer } }));
    const keyId = await announceTestKey(operation);
    expect((await rowOf(keyId, participantId)).figures.shares).toMatchObject([
      { meteringPointId: point?.id, from: REQUEST_DAYS.wanted, beforePpm: null },
    ]);
  });

  test("whoever asked to be forgotten is told nothing, and shown by no name", async () => {
    const keyId = await announceTestKey(place.operation);
    await sql("UPDATE participant SET email = NULL, restricted_at = now() WHERE id = $1", [place.participantIds.Paul]);
    expect(await send(keyId)).toEqual({ sent: 2, failed: 1 });
    const { participants } = await statusOf(keyId, ANNOUNCED_FROM);
    expect(participants.find(({ participantId }) => participantId === place.participantIds.Paul)).toMatchObject({
      name: "Données restreintes",
      isErased: true,
      isLate: false,
      announcement: { failure: "NO_ADDRESS" },
    });
  });
});
