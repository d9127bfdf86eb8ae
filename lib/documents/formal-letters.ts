import type { Content } from "pdfmake/interfaces";
import { renderPdf } from "./render-pdf";

/** A letter on the organiser's paper, line by line and paragraph by paragraph, in French. */
export type FormalLetter = {
  /** Who writes: name, address. */
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  /** Place and day: « Saint-Exemple, le 21/06/2026 ». */
  readonly placeAndDay: string;
  readonly subject: string;
  /** Registered post, references; a line each. */
  readonly mentions: readonly string[];
  readonly paragraphs: readonly string[];
  /** After the paragraphs, in somebody's own words. */
  readonly quote?: string;
  /** After the quote. */
  readonly closing?: string;
  readonly signature: readonly string[];
};

/**
 * Letters to print and sign, each on pages of its own, in one PDF.
 *
 * @param title - Of the document.
 * @param footer - At the foot of each page.
 */
export function renderFormalLetters(
  title: string,
  footer: string,
  letters: readonly FormalLetter[],
): Promise<Uint8Array> {
  return renderPdf({
    title,
    footer,
    content: letters.map(
      (letter, index): Content => ({
        stack: [...letterContent(letter)],
        ...(index > 0 ? { pageBreak: "before" } : {}),
      }),
    ),
  });
}

function letterContent({ quote, closing, ...letter }: FormalLetter): readonly Content[] {
  return [
    { text: letter.sender.join("\n"), style: "note" },
    { text: letter.recipient.join("\n"), margin: [270, 24, 0, 18] },
    { text: letter.placeAndDay, margin: [270, 0, 0, 24] },
    { text: `Objet : ${letter.subject}`, bold: true, margin: [0, 0, 0, 4] },
    ...letter.mentions.map((text): Content => ({ text, style: "note" })),
    { text: "", margin: [0, 0, 0, 10] },
    ...letter.paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 8] })),
    ...(quote === undefined ? [] : [{ text: quote, italics: true, margin: [18, 0, 18, 12] } satisfies Content]),
    ...(closing === undefined ? [] : [{ text: closing, margin: [0, 0, 0, 8] } satisfies Content]),
    { text: letter.signature.join("\n"), margin: [270, 14, 0, 24] },
  ];
}
