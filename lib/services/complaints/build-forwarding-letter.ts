import "server-only";
import { renderFormalLetters } from "@/lib/documents/formal-letters";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { readLetterhead, type WritingOperation } from "@/lib/services/correspondence/read-letterhead";
import { type ReadComplaint, type ReadOperation, readComplaint } from "./read-complaints";

/**
 * The letter that hands a complaint, or a participant's request on his data, on to the DSO, in his own words.
 *
 * @param day - Of the letter.
 * @returns Null when the operation has no such complaint, its sender asked to be forgotten, or its words are not for the
 *   reader.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.5 and 8.4.2.
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
  const words =
    complaint.kind === "complaint" ? complaintWords(complaint, reference) : requestWords(complaint, reference);
  const bytes = await renderFormalLetters(words.title, `${sheet.name} · convention, art. ${words.article}`, [
    {
      sender: head.sender,
      recipient: head.dso,
      placeAndDay: head.placeAndDay,
      subject: words.subject,
      mentions: [words.mention],
      paragraphs: ["Madame, Monsieur,", words.opening],
      quote: complaint.text,
      closing: words.closing,
      signature: head.signature,
    },
  ]);
  return {
    name: `${sheet.accNumber ?? sheet.slug}_${words.file}_${complaint.receivedDay.replaceAll("-", "")}.pdf`,
    bytes,
  };
}

const senderOf = ({ senderName }: ReadComplaint): string => (senderName === null ? "" : ` de ${senderName}`);

function complaintWords(complaint: ReadComplaint, reference: string) {
  const received = formatDay(complaint.receivedDay);
  return {
    file: "reclamation",
    title: "Transmission d’une réclamation",
    article: "5.1.5",
    subject: `réclamation « ${complaint.subject} », opération ${reference}`,
    mention: `Réclamation reçue le ${received}`,
    opening: `Conformément à l’article 5.1.5 de la convention de l’opération d’autoconsommation collective ${reference}, nous vous transmettons une réclamation qui met en cause la responsabilité d’Enedis. Nous l’avons reçue le ${received}${senderOf(complaint)}. La voici :`,
    closing:
      "Nous vous remercions de répondre à son auteur dans les 30 jours calendaires que la convention prévoit, et de nous informer de votre réponse.",
  };
}

function requestWords(complaint: ReadComplaint, reference: string) {
  const received = formatDay(complaint.receivedDay);
  return {
    file: "demande-donnees",
    title: "Transmission d’une demande sur des données personnelles",
    article: "8.4.2",
    subject: `demande « ${complaint.subject} », opération ${reference}`,
    mention: `Demande reçue le ${received}`,
    opening: `Conformément à l’article 8.4.2 de la convention de l’opération d’autoconsommation collective ${reference}, nous vous transmettons la demande d’accès ou de rectification d’un participant sur des données qui le concernent et que vous détenez. Nous l’avons reçue le ${received}${senderOf(complaint)}. La voici :`,
    closing:
      "Nous vous remercions d’adresser directement votre réponse au participant, et de nous en informer, comme la convention le prévoit.",
  };
}
