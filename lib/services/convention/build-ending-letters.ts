import "server-only";
import { type EndingKey, listEndNotices } from "@/lib/data/end-notices";
import { renderFormalLetters } from "@/lib/documents/formal-letters";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { composeEndingMessage } from "@/lib/format/compose-ending-message";
import { readLetterhead, type WritingOperation } from "@/lib/services/correspondence/read-letterhead";
import { listPeopleToTell } from "./list-people-to-tell";

/** Letters in one PDF: more would keep everyone else waiting while they are drawn. */
const MAX_LETTERS = 200;

/**
 * The letters that tell participants of a suspension or an end, in one PDF.
 *
 * @param participantId - One of them, told or not; null: those not told yet, the first 200 by name.
 * @param today - Of the letters.
 * @returns Null when there is nobody.
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.2 and 8.6.2.
 */
export async function buildEndingLetters(
  operation: WritingOperation,
  key: EndingKey,
  participantId: string | null,
  today: CivilDate,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const { id, sheet } = operation;
  const notices = await listEndNotices([id]);
  const people = await listPeopleToTell(id, { ...key, kind: key.ending }, today, notices);
  const wanted = people.filter((person) =>
    participantId === null ? person.toldDay === null : person.participantId === participantId,
  );
  if (wanted.length === 0) return null;
  const head = await readLetterhead(operation, today);
  const letters = wanted.slice(0, MAX_LETTERS).map((person) => {
    const { subject, paragraphs } = composeEndingMessage(key, sheet, person.isProducer);
    return {
      sender: head.sender,
      recipient: [person.name, person.address ?? ""].filter((line) => line !== ""),
      placeAndDay: head.placeAndDay,
      subject,
      mentions: [],
      paragraphs,
      signature: head.signature,
    };
  });
  const article = key.ending === "suspension" ? "8.6.2" : "8.5.2";
  const bytes = await renderFormalLetters(
    "Lettres aux participants",
    `${sheet.name} · convention, art. ${article}`,
    letters,
  );
  return { name: `${sheet.accNumber ?? sheet.slug}_lettres_${key.effectDay.replaceAll("-", "")}.pdf`, bytes };
}
