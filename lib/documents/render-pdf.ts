import { createRequire } from "node:module";
import path from "node:path";
import type { Content, StyleDictionary } from "pdfmake/interfaces";
import { writeTaggedPdf } from "./write-tagged-pdf";

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

const ROBOTO = {
  normal: path.join(FONTS, "Roboto-Regular.ttf"),
  bold: path.join(FONTS, "Roboto-Medium.ttf"),
  italics: path.join(FONTS, "Roboto-Italic.ttf"),
  bolditalics: path.join(FONTS, "Roboto-MediumItalic.ttf"),
};

const A4 = { width: 595.28, height: 841.89 } as const; // points

/**
 * Draws a document on A4 pages, in French, with its title and numbered pages, tagged for readers of blind people.
 *
 * Content uses pdfmake's blocks and the styles `title`, `lead`, `heading`, `note`, `tableHeader`; a drawing or a
 * picture that says something has an `altText` (see `withAltText`).
 */
export function renderPdf({ title, footer, content, isLandscape = false }: PdfDocument): Promise<Uint8Array> {
  return writeTaggedPdf({
    title,
    size: isLandscape ? { width: A4.height, height: A4.width } : A4,
    margins: { left: 48, top: 48, right: 48, bottom: 56 },
    fonts: { Roboto: ROBOTO },
    styles: STYLES,
    defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.2 },
    content: replaceThinSpaces([...content]),
    footer: (page, count) => ({
      columns: [
        { text: replaceThinSpaces(footer), style: "note" },
        { text: `page ${page} sur ${count}`, style: "note", alignment: "right", width: 80 },
      ],
      margin: [48, 16, 48, 0],
    }),
  });
}

// The font has no narrow no-break space, which French numbers are written with.
function replaceThinSpaces<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\u202f", "\u00a0") as T;
  if (Array.isArray(value)) return value.map(replaceThinSpaces) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaceThinSpaces(part)])) as T;
}
