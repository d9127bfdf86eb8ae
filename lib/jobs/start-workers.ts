import "server-only";
import { deleteForgottenCounters } from "@/lib/data/attempt-counters";
import { purgeConsultations } from "@/lib/data/consultations";
import {
  workOnAccountMails,
  workOnAnnouncements,
  workOnComparisons,
  workOnDigests,
  workOnDsoRequests,
  workOnMeasureImports,
  workOnOutdatedMoney,
  workOnRequestEffects,
  workOnRetention,
  workOnSettlements,
  workOnSuspicionSearches,
} from "@/lib/data/queue";
import { deleteExpiredSessions } from "@/lib/data/sessions";
import { isDigestHour } from "@/lib/domain/deadlines/is-digest-hour";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { log } from "@/lib/log";
import { eraseExpiredAccounts } from "@/lib/services/access/erase-expired-accounts";
import { emptyOldLinks } from "@/lib/services/accounts/empty-old-links";
import { giveUpAnnouncements } from "@/lib/services/coefficients/give-up-announcements";
import { sendAnnouncements } from "@/lib/services/coefficients/send-announcements";
import { compareOutdatedRuns } from "@/lib/services/comparison/compare-outdated-runs";
import { applyDueContacts } from "@/lib/services/contacts/apply-due-contacts";
import { applyDueReturns } from "@/lib/services/hlm/apply-due-returns";
import { configuredMailer } from "@/lib/services/mail/configured-mailer";
import { findImportSuspicions } from "@/lib/services/measures/find-import-suspicions";
import { giveUpImport } from "@/lib/services/measures/give-up-import";
import { purgeAbandonedUploads } from "@/lib/services/measures/purge-abandoned-uploads";
import { runQueuedImport } from "@/lib/services/measures/run-queued-import";
import { deriveOutdatedMoney } from "@/lib/services/money/derive-outdated-money";
import { giveUpSettlement } from "@/lib/services/periods/give-up-settlement";
import { runSettlementJob } from "@/lib/services/periods/run-settlement-job";
import { eraseExpired } from "@/lib/services/personal-data/erase-expired";
import { eraseOldComplaints } from "@/lib/services/personal-data/erase-old-complaints";
import { sendDigests } from "@/lib/services/reminders/send-digests";
import { applyDueRequests } from "@/lib/services/requests/apply-due-requests";
import { authorizeJob } from "./authorize-job";
import { ACCOUNT_MAIL_WORK } from "./run-account-mail-job";
import { runDsoRequestJob } from "./run-dso-request-job";

const NIGHTLY = { userId: null, via: "job" } as const;

/** Time for the hypotheses of one comparison: those that come first are the plausible ones. */
const SEARCH_MS = 60_000;

const startSearch = () => {
  const endMs = performance.now() + SEARCH_MS;
  return () => performance.now() > endMs;
};

/** Starts taking jobs in this process. */
export async function startWorkers(): Promise<void> {
  await workOnMeasureImports({
    async run(job) {
      log.info({ importId: job.importId }, "import taken up");
      await runQueuedImport(authorizeJob(job), job.importId);
      log.info({ importId: job.importId }, "import finished");
    },
    async giveUp(job) {
      log.error({ importId: job.importId }, "import given up");
      await giveUpImport(authorizeJob(job), job.importId);
    },
  });
  await workOnSuspicionSearches(async (job) => {
    await findImportSuspicions(authorizeJob(job), job.importId);
    log.info({ importId: job.importId }, "curves of an import looked at");
  });
  await workOnComparisons(async (job) => {
    const compared = await compareOutdatedRuns(authorizeJob(job), startSearch);
    if (compared > 0) log.info({ operationId: job.operationId, compared }, "periods set beside the operator's figures");
  });
  await workOnDsoRequests(runDsoRequestJob);
  await workOnAccountMails(ACCOUNT_MAIL_WORK);
  await workOnAnnouncements({
    async run(job) {
      const counts = await sendAnnouncements(authorizeJob(job), job.keyId, configuredMailer());
      log.info({ keyId: job.keyId, ...counts }, "participants told of a key");
    },
    async giveUp(job) {
      log.error({ keyId: job.keyId }, "messages of a key given up");
      await giveUpAnnouncements(authorizeJob(job), job.keyId);
    },
  });
  await workOnSettlements({
    async run(job) {
      log.info({ jobId: job.jobId }, "settlement taken up");
      await runSettlementJob(authorizeJob(job), job.jobId);
      log.info({ jobId: job.jobId }, "settlement finished");
    },
    async giveUp(job) {
      log.error({ jobId: job.jobId }, "settlement given up");
      await giveUpSettlement(authorizeJob(job), job.jobId);
    },
  });
  await workOnOutdatedMoney(deriveMoneyAnew);
  await workOnRequestEffects(() => runEach([takeRequestEffects, returnTenantPoints, bindContacts]));
  await workOnDigests(async () => {
    const mailer = configuredMailer();
    if (!mailer) return;
    const counts = await sendDigests({ today: parisCivilDate(Date.now()), mailer, authorize: authorizeJob });
    log.info(counts, "digests of the day");
  }, isDigestHour(Date.now()));
  await workOnRetention(async () => {
    await deleteForgottenCounters();
    log.info({ ended: await deleteExpiredSessions(new Date()) }, "sessions that are over are gone");
    const today = parisCivilDate(Date.now());
    const counts = await eraseExpired(NIGHTLY, authorizeJob, today);
    log.info(counts, "personal data kept long enough are erased");
    log.info(
      await eraseOldComplaints(NIGHTLY, authorizeJob, today),
      "old complaints of nobody in a registry are erased",
    );
    log.info({ purged: await purgeConsultations() }, "consultations of over twelve months ago are gone");
    log.info(await purgeAbandonedUploads(NIGHTLY, authorizeJob, today), "files of abandoned imports are emptied");
    log.info(await eraseExpiredAccounts(NIGHTLY, new Date()), "accounts that open nothing for a year are erased");
    log.info({ emptied: await emptyOldLinks(new Date()) }, "old account links are emptied");
  });
}

async function deriveMoneyAnew(): Promise<void> {
  const { derived, failures } = await deriveOutdatedMoney(NIGHTLY, authorizeJob);
  if (derived > 0) log.info({ derived }, "money derived anew by the prices of this version");
  if (failures.length > 0) throw new AggregateError(failures, "money of some operations not derived");
}

/** One that fails must not keep the others waiting; the queue tries again. */
async function runEach(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const task of tasks) {
    await task().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "work of the day failed");
}

async function takeRequestEffects(): Promise<void> {
  const { taken, refused } = await applyDueRequests(NIGHTLY, authorizeJob, parisCivilDate(Date.now()));
  if (taken > 0) log.info({ taken }, "requests to the operator take effect");
  if (refused.length > 0) log.warn({ refused }, "requests to the operator cannot take effect");
}

async function returnTenantPoints(): Promise<void> {
  const { returned, refused } = await applyDueReturns(NIGHTLY, authorizeJob, parisCivilDate(Date.now()));
  if (returned > 0) log.info({ returned }, "points of new tenants come back");
  if (refused.length > 0) log.warn({ refused }, "points of new tenants cannot come back");
}

async function bindContacts(): Promise<void> {
  const contacts = await applyDueContacts(NIGHTLY, authorizeJob, new Date());
  if (contacts > 0) log.info({ contacts }, "changes of contacts bind");
}
