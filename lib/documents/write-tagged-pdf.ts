import type { Content, DynamicContent, StyleDictionary } from "pdfmake/interfaces";
import type { PdfElement } from "./pdf-structure";
import { PDFMAKE, PDFMAKE_TABLE_LAYOUTS, type WrittenDocument, type WrittenElement } from "./pdfmake-internals";
import { TaggingLayout } from "./tagging-layout";
import { TaggingRenderer } from "./tagging-renderer";

/** What a tagged document is written from. */
export type TaggedPdf = {
  readonly title: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Files by family and face. */
  readonly fonts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly styles: StyleDictionary;
  readonly defaultStyle: object;
  readonly content: readonly Content[];
  readonly footer: DynamicContent;
};

/**
 * Writes a PDF that says what its parts are: language, title, headings, paragraphs, lists, tables with their headings,
 * figures with what is read instead of them; lines, colours and page numbers are marked as decoration.
 *
 * The library lays out and draws; its own entry would mark a document as tagged and give it no structure.
 *
 * @see ISO 32000-1, 14.7 and 14.8.
 */
export async function writeTaggedPdf(given: TaggedPdf): Promise<Uint8Array> {
  const { size, margins, styles, defaultStyle, content, footer } = given;
  const document = openDocument(given);
  const layout = new TaggingLayout(size, margins, new PDFMAKE.SVGMeasure());
  layout.registerTableLayouts(PDFMAKE_TABLE_LAYOUTS);
  const pages = layout.layoutDocument([...content], document, styles, defaultStyle, undefined, undefined, footer);
  const written = new Map<PdfElement, WrittenElement>();
  const root = writeElement(document, layout.root, written);
  document.addStructure(root);
  new TaggingRenderer(document, written).renderPages(pages);
  root.end();
  return readAll(document);
}

function openDocument({ title, size, fonts }: TaggedPdf): WrittenDocument {
  const options = {
    size: [size.width, size.height],
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: "fr-FR",
    fontLayoutCache: true,
    bufferPages: false,
    autoFirstPage: false,
    info: { Title: title, Producer: "Prorata", Creator: "Prorata" },
    font: null,
  };
  const files = new Set(Object.values(fonts).flatMap((faces) => Object.values(faces)));
  // A document is made of what it is given: it reads no file but its fonts, and never the network.
  return new PDFMAKE.PDFDocument(fonts, {}, {}, {}, options, null, (file: string) => files.has(file));
}

function writeElement(
  document: WrittenDocument,
  element: PdfElement,
  written: Map<PdfElement, WrittenElement>,
): WrittenElement {
  const { tag, alt, scope, children } = element;
  const own = document.struct(tag, {
    ...(alt === undefined ? {} : { alt }),
    ...(scope === undefined ? {} : { scope }),
  });
  written.set(element, own);
  for (const child of children) own.add(writeElement(document, child, written));
  return own;
}

function readAll(document: WrittenDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on("error", reject);
    document.end();
  });
}
