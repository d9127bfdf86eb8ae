import "server-only";
import { listDsoEndNotices } from "@/lib/data/dso-end-notices";
import { listEndNotices } from "@/lib/data/end-notices";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import type { Ending } from "@/lib/domain/operation/list-endings";
import { type OperationStatus, operationStatusOn } from "@/lib/domain/operation/operation-status-on";
import { type Ground, suspensionGrounds } from "@/lib/domain/operation/suspension-grounds";
import { findUnviableDay } from "@/lib/domain/perimeter/find-unviable-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readConsents } from "@/lib/services/consents/read-consents";
import type { ReadLetter } from "@/lib/services/letters/read-letters";
import { listPeopleToTell, type PersonToTell } from "./list-people-to-tell";
import { readEndings } from "./read-endings";

/** Working days before the effect by which the DSO tells suppliers, producers and balance responsible parties. */
const DSO_NOTICE_WORKING_DAYS = -5;

export type WatchedConvention = {
  readonly id: AuthorizedOperationId;
  readonly sheet: { readonly startDay: CivilDate; readonly holidayRegion: HolidayRegion };
};

/** A suspension or an end, and who has to know. */
export type WatchedEnding = Ending & {
  /** By then the DSO has told suppliers, producers and balance responsible parties (art. 8.5.2, 8.6.2). */
  readonly dsoNoticeDay: CivilDate;
  /** The day it did; null: not noted. */
  readonly dsoToldDay: CivilDate | null;
  /** Whom the organiser tells at once. */
  readonly people: readonly PersonToTell[];
};

export type ConventionWatch = {
  readonly status: { readonly status: OperationStatus; readonly from: CivilDate | null };
  readonly grounds: readonly Ground[];
  readonly endings: readonly WatchedEnding[];
};

/** Whether the convention holds on a day, what could suspend or end it, and who has to be told. */
export async function readConventionWatch(operation: WatchedConvention, today: CivilDate): Promise<ConventionWatch> {
  const { id, sheet } = operation;
  const [points, consents, { endings, letters, statuses }, notices, dsoNotices] = await Promise.all([
    listMeteringPoints(id),
    readConsents(id, today),
    readEndings(operation, today),
    listEndNotices([id]),
    listDsoEndNotices(id),
  ]);
  const day = today < sheet.startDay ? sheet.startDay : today;
  const status = operationStatusOn(statuses, today);
  const withoutAgreement = consents.missing.filter(
    ({ isEntering, lacks }) => !isEntering && lacks.some((lack) => lack === "participation"),
  );
  const grounds = suspensionGrounds(
    {
      unviable: findUnviableDay(
        points.flatMap(({ attachments }) => attachments),
        day,
      ),
      withoutAgreementCount: new Set(withoutAgreement.map(({ participantId }) => participantId)).size,
      proofDueDays: letters.flatMap(proofDueDay),
      status,
    },
    today,
  );
  const people = await Promise.all(endings.map((ending) => listPeopleToTell(id, ending, today, notices)));
  return {
    status,
    grounds,
    endings: endings.map((ending, index) => ({
      ...ending,
      dsoNoticeDay: addWorkingDays(ending.effectDay, DSO_NOTICE_WORKING_DAYS, sheet.holidayRegion),
      dsoToldDay:
        dsoNotices.find((told) => told.ending === ending.kind && told.effectDay === ending.effectDay)?.toldDay ?? null,
      people: people[index] ?? [],
    })),
  };
}

function proofDueDay({ kind, state, deadline }: ReadLetter): readonly CivilDate[] {
  const isProof = kind === "consent_proof" || kind === "agreement_proof";
  return isProof && state === "to_do" && deadline?.dueDay ? [deadline.dueDay] : [];
}
