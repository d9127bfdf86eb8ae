import { createRequire } from "node:module";
import path from "node:path";
import pdfmake from "pdfmake";
import type { Content, StyleDictionary, TDocumentDefinitions } from "pdfmake/interfaces";

export type PdfDocument = {
  /** Shown by readers in their title bar, and read first by a screen reader. */
  readonly title: string;
  /** At the foot of every page, before « page 1 sur 3 ». */
  readonly footer: string;
  readonly content: readonly Content[];
  /** For wide tables; A4 upright without it. */
  readonly isLandscape?: boolean;
};

// From where the application runs: the production build would turn a place in its sources into a module of its own.
const { resolve } = createRequire(path.join(process.cwd(), "package.json"));

const FONTS = path.join(path.dirname(resolve("pdfmake/package.json")), "fonts", "Roboto");

const STYLES: StyleDictionary = {
  title: { fontSize: 18, bold: true, margin: [0, 0, 0, 4] },
  lead: { fontSize: 10, color: "#495057", margin: [0, 0, 0, 12] },
  heading: { fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
  note: { fontSize: 8.5, color: "#495057" },
  tableHeader: { bold: true, fillColor: "#f1f3f5" },
};

pdfmake.setFonts({
  Roboto: {
    normal: path.join(FONTS, "Roboto-Regular.ttf"),
    bold: path.join(FONTS, "Roboto-Medium.ttf"),
    italics: path.join(FONTS, "Roboto-Italic.ttf"),
    bolditalics: path.join(FONTS, "Roboto-MediumItalic.ttf"),
  },
});
// A document is made of what it is given: it reads no file but its fonts, and never the network.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file: string) => path.dirname(path.resolve(file)) === FONTS);

/**
 * Draws a document on A4 pages, in French, with its title and numbered pages.
 *
 * Content uses pdfmake's blocks and the styles `title`, `lead`, `heading`, `note`, `tableHeader`.
 */
export async function renderPdf({ title, footer, content, isLandscape = false }: PdfDocument): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    info: { title, producer: "Prorata", creator: "Prorata" },
    pageSize: "A4",
    pageOrientation: isLandscape ? "landscape" : "portrait",
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.2 },
    styles: STYLES,
    content: replaceThinSpaces([...content]),
    footer: (page, count) => ({
      columns: [
        { text: replaceThinSpaces(footer), style: "note" },
        { text: `page ${page} sur ${count}`, style: "note", alignment: "right", width: 80 },
      ],
      margin: [48, 16, 48, 0],
    }),
    language: "fr-FR",
    displayTitle: true,
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

// The font has no narrow no-break space, which French numbers are written with.
function replaceThinSpaces<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\u202f", "\u00a0") as T;
  if (Array.isArray(value)) return value.map(replaceThinSpaces) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaceThinSpaces(part)])) as T;
}
