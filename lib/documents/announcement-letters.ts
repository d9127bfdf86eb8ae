import type { Content } from "pdfmake/interfaces";
import type { AnnouncementMessage } from "@/lib/format/describe-announcement";
import { renderPdf } from "./render-pdf";

export type AnnouncementLetter = {
  readonly recipient: { readonly name: string; readonly address: string | null };
  /** Who writes, line by line: name, address. */
  readonly sender: readonly string[];
  readonly message: AnnouncementMessage;
};

/**
 * Announcements as letters to hand over, each on pages of its own, in one PDF.
 *
 * @param operationName - At the foot of each page.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1.
 */
export function renderAnnouncementLetters(
  operationName: string,
  letters: readonly AnnouncementLetter[],
): Promise<Uint8Array> {
  return renderPdf({
    title: "Coefficients de répartition : lettres aux participants",
    footer: `${operationName} · information avant application (convention, art. 5.1.1)`,
    content: letters.map(
      (letter, index): Content => ({
        stack: [...letterContent(letter)],
        ...(index > 0 ? { pageBreak: "before" } : {}),
      }),
    ),
  });
}

function letterContent({ recipient, sender, message }: AnnouncementLetter): readonly Content[] {
  const { subject, greeting, lead, shares, paragraphs, signature, note } = message;
  const address = [recipient.name, ...(recipient.address === null ? [] : [recipient.address])];
  return [
    { text: sender.join("\n"), style: "note" },
    { text: address.join("\n"), margin: [270, 24, 0, 36] },
    { text: `Objet : ${subject}`, bold: true, margin: [0, 0, 0, 12] },
    ...[greeting, lead].map(toParagraph),
    ...(shares.length > 0 ? [{ ul: [...shares], margin: [0, 0, 0, 10] as [number, number, number, number] }] : []),
    ...paragraphs.map(toParagraph),
    { text: signature, margin: [270, 14, 0, 24] },
    { text: note, style: "note" },
    { text: "Reçu le : ………………………     Signature : ………………………………", margin: [0, 28, 0, 0] },
  ];
}

const toParagraph = (text: string): Content => ({ text, margin: [0, 0, 0, 8] });
