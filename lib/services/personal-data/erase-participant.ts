import "server-only";
import { randomInt } from "node:crypto";
import { findPerson, type Person } from "@/lib/data/personal-data";
import { writePersonalData } from "@/lib/data/personal-data-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { Retention } from "@/lib/domain/personal-data/retention";
import { retentionEnd } from "@/lib/domain/personal-data/retention-end";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { findFilesOfPerson } from "./find-files-of-person";
import { namingTexts } from "./naming-texts";
import { ERASED_FILE_NAME } from "./redact-import-report";

const PARTICIPANT_NAME = "Participant effacé";
const SITE_NAME = "Site effacé";
const ERASED_TEXT = "Motif effacé";
const ERASED_SOURCE = "Source effacée";
const WORKBOOK_NAME = "Annexe 2 effacée.xlsx";

export type ErasureResult =
  /** Nothing names him any more. */
  | { readonly status: "erased" }
  /** Nothing was erased: he is erased already, is a legal body, or something still has to be kept. */
  | { readonly status: "kept" };

/** Until when the data of a participant are kept. */
export function retentionOf({ points, consents }: Person, today: CivilDate): Retention {
  return retentionEnd({ stays: points.flatMap(({ stays }) => stays), consents }, today);
}

/**
 * Erases a natural person for good, once nothing has to be kept any more: his name, his numbers, his curves and the files
 * that name him. Runs keep their figures, which refer to a metering point by its id. One transaction.
 *
 * @param unboundToo - Also erases somebody who never took part: on request, never by the passing of time.
 */
export async function eraseParticipant(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  { today, unboundToo }: { readonly today: CivilDate; readonly unboundToo: boolean },
): Promise<ErasureResult> {
  return writePersonalData(operationId, actor, participantId, async ({ erase }): Promise<ErasureResult> => {
    const person = await findPerson(operationId, participantId); // under the locks: whoever came back stays
    if (person?.kind !== "natural" || person.erasedAt) return { status: "kept" };
    const retention = retentionOf(person, today);
    const isOver = retention.kind === "kept" ? retention.endDay <= today : retention.kind === "unbound" && unboundToo;
    if (!isOver) return { status: "kept" };
    const erasedPoints = person.points.filter(({ isFormer }) => !isFormer);
    const found = await findFilesOfPerson(operationId, person);
    await erase({
      participantId,
      participantName: PARTICIPANT_NAME,
      siteName: SITE_NAME,
      erasedText: ERASED_TEXT,
      erasedSource: ERASED_SOURCE,
      texts: namingTexts(person),
      points: erasedPoints.map(({ id }) => ({ id, prm: newErasedPrm() })),
      curveIdentifiers: erasedPoints.flatMap(({ prm, injectionContract }) => [prm, injectionContract ?? prm]),
      workbookNames: found.workbookNames.map(({ perimeterChangeId }) => ({ perimeterChangeId, name: WORKBOOK_NAME })),
      reports: found.reports,
      importFileNames: found.importFileNames.map((place) => ({ ...place, name: ERASED_FILE_NAME })),
      purgedFiles: [...new Set(found.files.map(({ sha256 }) => sha256))],
    });
    return { status: "erased" };
  });
}

// Drawn, not counted: no two operations may hold one number, and a number must not tell who was there before.
function newErasedPrm(): string {
  return `E${String(randomInt(1e13)).padStart(13, "0")}`;
}
