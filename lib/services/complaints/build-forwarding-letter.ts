import "server-only";
import { renderFormalLetters } from "@/lib/documents/formal-letters";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { readLetterhead, type WritingOperation } from "@/lib/services/correspondence/read-letterhead";
import { type ReadOperation, readComplaint } from "./read-complaints";

/**
 * The letter that hands a complaint on to the DSO, in the words of who complains.
 *
 * @param day - Of the letter.
 * @returns Null when the operation has no such complaint, its sender asked to be forgotten, or its words are not for the
 *   reader.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5.
 */
export async function buildForwardingLetter(
  operation: WritingOperation & ReadOperation,
  complaintId: string,
  day: CivilDate,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const complaint = await readComplaint(operation, complaintId, day);
  if (!complaint || complaint.isErased || complaint.text === null) return null;
  const { sheet } = operation;
  const head = await readLetterhead(operation, day);
  const reference = sheet.accNumber ?? sheet.name;
  const bytes = await renderFormalLetters("Transmission d’une réclamation", `${sheet.name} · convention, art. 5.1.5`, [
    {
      sender: head.sender,
      recipient: head.dso,
      placeAndDay: head.placeAndDay,
      subject: `réclamation « ${complaint.subject} », opération ${reference}`,
      mentions: [`Réclamation reçue le ${formatDay(complaint.receivedDay)}`],
      paragraphs: [
        "Madame, Monsieur,",
        `Conformément à l’article 5.1.5 de la convention de l’opération d’autoconsommation collective ${reference}, nous vous transmettons une réclamation qui met en cause la responsabilité d’Enedis. Nous l’avons reçue le ${formatDay(complaint.receivedDay)}${complaint.senderName === null ? "" : ` de ${complaint.senderName}`}. La voici :`,
      ],
      quote: complaint.text,
      closing:
        "Nous vous remercions de répondre à son auteur dans les 30 jours calendaires que la convention prévoit, et de nous informer de votre réponse.",
      signature: head.signature,
    },
  ]);
  return {
    name: `${sheet.accNumber ?? sheet.slug}_reclamation_${complaint.receivedDay.replaceAll("-", "")}.pdf`,
    bytes,
  };
}
