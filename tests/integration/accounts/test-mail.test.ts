import { afterAll, beforeAll, expect, test } from "vitest";
import { openMailer } from "@/lib/gateways/mail/open-mailer";
import { sendTestMail } from "@/lib/services/mail/send-test-mail";
import { startTestMailServer, type TestMailServer } from "../../support/mail-server";

let server: TestMailServer;
beforeAll(async () => {
  server = await startTestMailServer();
});
afterAll(() => server.close());

test("a test message says what the server answers", async () => {
  const to = { name: "Camille Durand", address: "camille@commune.test" };
  expect(await sendTestMail(openMailer(server.settings), to)).toBeNull();
  server.answers.set(to.address, { code: 550, message: "inconnu" });
  expect(await sendTestMail(openMailer(server.settings), to)).toBe("RECIPIENT_REFUSED");
  const closed = openMailer({ ...server.settings, port: 1 });
  expect(await sendTestMail(closed, to)).toBe("MAIL_UNREACHABLE");
});
