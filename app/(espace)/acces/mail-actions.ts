"use server";

import { headers } from "next/headers";
import { DomainError } from "@/lib/domain/errors";
import { describeMailFailure } from "@/lib/format/mail-failures";
import type { ActionState } from "@/lib/schemas/action-state";
import { runAction } from "@/lib/server/action";
import { authorizeMailTester } from "@/lib/server/authorize-mail-tester";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";
import { sendTestMail } from "@/lib/services/mail/send-test-mail";

/** Sends a message to one's own address, and says what the server answered. */
export async function sendTestMailAction(_previous: ActionState, _form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { name, email } = await authorizeMailTester();
    await takeAttempt("email_change", { account: email, headers: await headers() });
    const mailer = configuredMailer();
    if (!mailer) throw new DomainError("MAIL_NOT_SENT", "no mail server is set up");
    const failure = await sendTestMail(mailer, { name, address: email });
    if (failure === null)
      return `Le serveur a pris le message pour ${email}. S’il n’arrive pas, regardez parmi les indésirables.`;
    throw new DomainError("MAIL_NOT_SENT", "the server did not take it", {
      details: { limit: describeMailFailure(failure) },
    });
  });
}
