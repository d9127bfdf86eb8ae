import type { Content } from "pdfmake/interfaces";
import type { RequestLetterText } from "@/lib/format/describe-request-letter";
import { renderPdf } from "./render-pdf";

export type RequestLetterMove = {
  /** « Entrée » or « Sortie ». */
  readonly move: string;
  /** « Consommateur » or « Producteur ». */
  readonly role: string;
  readonly prm: string;
  readonly holder: string;
  readonly legalId: string | null;
  readonly address: string | null;
};

export type RequestLetter = {
  readonly text: RequestLetterText;
  /** Who writes, line by line. */
  readonly sender: readonly string[];
  /** The DSO's desk (annexe 3), line by line. */
  readonly recipient: readonly string[];
  readonly place: string | null;
  /** As people write it. */
  readonly day: string;
  /** Who signs: name, function. */
  readonly signatory: readonly string[];
  readonly moves: readonly RequestLetterMove[];
  /** Names of the files that go with it. */
  readonly enclosures: readonly string[];
};

/**
 * A request to the DSO as a letter to date and to sign.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5, 8.6 and annexe 3.
 */
export function renderRequestLetter(operationName: string, letter: RequestLetter): Promise<Uint8Array> {
  const { text, sender, recipient, place, day, signatory, moves, enclosures } = letter;
  return renderPdf({
    title: text.subject,
    footer: `${operationName} · ${text.subject}`,
    content: [
      { text: sender.join("\n"), style: "note" },
      { text: recipient.join("\n"), margin: [270, 24, 0, 16] },
      { text: `${place === null ? "Le" : `${place}, le`} ${day}`, margin: [270, 0, 0, 24] },
      ...(text.sending === null ? [] : [{ text: text.sending, bold: true, margin: BELOW }]),
      { text: `Objet : ${text.subject}`, bold: true },
      { text: `Référence : ${text.reference}`, margin: BELOW },
      toParagraph("Madame, Monsieur,"),
      ...text.paragraphs.map(toParagraph),
      ...(moves.length === 0 ? [] : [toTable(moves)]),
      toParagraph("Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."),
      { stack: [signatory.join("\n"), SIGNATURE], margin: [270, 16, 0, 16], unbreakable: true },
      ...(enclosures.length === 0 ? [] : [{ text: `Pièces jointes : ${enclosures.join(" ; ")}`, style: "note" }]),
    ],
  });
}

const BELOW: [number, number, number, number] = [0, 0, 0, 12];

const SIGNATURE: Content = { text: "Signature :", style: "note", margin: [0, 6, 0, 40] };

const toParagraph = (text: string): Content => ({ text, margin: [0, 0, 0, 8] });

const HEADERS = ["Nature", "Type", "PRM", "Titulaire", "SIRET ou RNA", "Adresse"];

function toTable(moves: readonly RequestLetterMove[]): Content {
  const rows = moves.map(({ move, role, prm, holder, legalId, address }) =>
    [move, role, prm, holder, legalId ?? "–", address ?? "–"].map((text) => ({ text, fontSize: 8.5 })),
  );
  return {
    table: {
      headerRows: 1,
      widths: [40, 62, 80, "*", 74, "*"],
      body: [HEADERS.map((text) => ({ text, style: "tableHeader", fontSize: 8.5 })), ...rows],
    },
    layout: "lightHorizontalLines",
    margin: [0, 4, 0, 12],
  };
}
