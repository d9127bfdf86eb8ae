import "server-only";
import type { AccountMailJob, QueueWork } from "@/lib/data/queue-jobs";
import { log } from "@/lib/log";
import { giveUpAccountLink, sendAccountLink, sendEmailNotice } from "@/lib/services/accounts/send-account-link";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";

/** The messages by which accounts live. Their ids alone are logged: neither whose they are nor what they open. */
export const ACCOUNT_MAIL_WORK: QueueWork<AccountMailJob> = {
  async run({ linkId, message }) {
    const mailer = configuredMailer();
    // Switched off since it was queued: the link waits to be handed over.
    if (!mailer) return;
    if (message === "notice") return sendEmailNotice(linkId, mailer);
    const isSent = await sendAccountLink(linkId, mailer, new Date());
    if (isSent) log.info({ linkId }, "message of an account dealt with");
  },
  async giveUp({ linkId, message }) {
    log.error({ linkId, message }, "message of an account given up");
    if (message === "link") await giveUpAccountLink(linkId, new Date());
  },
};
