import "server-only";
import { findConsentParties, readConsentDocuments, sumConsentDocumentBytes } from "@/lib/data/consents";
import { renderConsentProof } from "@/lib/documents/consent-proof";
import { addWorkingDays } from "@/lib/domain/deadlines/add-working-days";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeAuthorizations, describeConsentState, describeLacks } from "@/lib/format/describe-consent";
import { formatBytes } from "@/lib/format/format-bytes";
import { type ArchivedFile, writeArchive } from "@/lib/formats/archive/write-archive";
import type { ConsentOperation } from "./build-consent-forms";
import { type RecordedConsent, readNamedConsents } from "./read-consents";

/** Working days the convention gives to produce the proof (art. 5.1.1, 5.1.4). */
const PROOF_WORKING_DAYS = 10;

const MAX_DOCUMENT_BYTES = 200_000_000; // they are put together in memory

/**
 * What the organiser hands to the DSO on its written request: the signed documents and a summary of them, in one zip.
 *
 * @param participantId - One participant; null: everyone of the operation.
 * @param requestedOn - Day the request arrived: states are told of that day, and the deadline runs from it.
 * @param nowMs - Date of the files in the archive. [ms since 1970-01-01T00:00:00Z]
 * @returns Null when there is no such participant.
 * @throws {DomainError} PROOF_TOO_LARGE when the documents weigh more than 200 MB.
 */
export async function buildConsentProof(
  { id, sheet, collectivity }: ConsentOperation,
  participantId: string | null,
  requestedOn: CivilDate,
  nowMs: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const [{ recorded, missing }, parties] = await Promise.all([
    readNamedConsents(id, requestedOn, participantId),
    findConsentParties(id),
  ]);
  if (participantId !== null && recorded.length === 0 && missing.length === 0) return null;
  const ids = recorded.filter(({ document }) => document !== null).map((consent) => consent.id);
  if ((await sumConsentDocumentBytes(id, ids)) > MAX_DOCUMENT_BYTES) {
    throw new DomainError("PROOF_TOO_LARGE", "too many documents for one archive", {
      details: { limit: `${formatBytes(MAX_DOCUMENT_BYTES)} par archive` },
    });
  }
  const pathOf = new Map(recorded.map((consent, index) => [consent.id, documentPath(consent, index)]));
  const files: ArchivedFile[] = [];
  for await (const { consentId, bytes } of readConsentDocuments(id, ids)) {
    files.push({ path: pathOf.get(consentId) ?? consentId, bytes });
  }
  const summary = await renderConsentProof({
    operationName: sheet.name,
    accNumber: sheet.accNumber,
    organiserName: parties.organiser?.organisationName ?? collectivity.name,
    requestedOn,
    dueOn: addWorkingDays(requestedOn, PROOF_WORKING_DAYS, sheet.holidayRegion),
    rows: recorded.map((consent) => ({
      participantName: consent.participantName,
      prm: consent.point?.prm ?? null,
      authorized: describeAuthorizations(consent),
      givenDay: consent.givenDay,
      expiryDay: consent.expiryDay,
      state: describeConsentState(consent.state).text,
      document: consent.document && { path: pathOf.get(consent.id) ?? "", sha256: consent.document.sha256 },
    })),
    missing: missing.map(({ participantName, prm, lacks }) => ({ participantName, prm, lacks: describeLacks(lacks) })),
  });
  return {
    name: `${sheet.accNumber ?? sheet.slug}_consentements_${requestedOn.replaceAll("-", "")}.zip`,
    bytes: writeArchive([{ path: "recapitulatif.pdf", bytes: summary }, ...files], nowMs),
  };
}

// Numbered as in the summary; a name that people gave may hold anything.
function documentPath({ document }: RecordedConsent, index: number): string {
  const name = (document?.name ?? "")
    .normalize("NFC")
    .replace(/[^\p{Letter}\p{Number}._ -]/gu, "-")
    .slice(-100);
  return `documents/${String(index + 1).padStart(3, "0")}_${name}`;
}
