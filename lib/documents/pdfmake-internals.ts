import { createRequire } from "node:module";
import path from "node:path";
import type { PdfElement } from "./pdf-structure";

/** A block of the library's own tree, once it has been read. */
export type LayoutNode = {
  readonly style?: unknown;
  readonly text?: unknown;
  readonly ul?: readonly LayoutNode[];
  readonly ol?: readonly LayoutNode[];
  readonly image?: unknown;
  readonly canvas?: Drawn[];
  readonly table?: { readonly headerRows?: number; readonly body: readonly (readonly LayoutNode[])[] };
  /** Ours: what is read instead of the drawing. */
  readonly altText?: string;
};

/** What the library puts on a page, and the part of the document it belongs to; none: decoration. */
export type Drawn = { element?: PdfElement };

/** A line of text; copies of it, as the head of a table repeats them, share their pieces. */
export type DrawnLine = Drawn & { readonly inlines: object };

/** The library's own layout, of which only what is used here is told. */
type LayoutBuilder = {
  registerTableLayouts(layouts: object): void;
  layoutDocument(
    content: unknown,
    document: object,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: undefined,
    footer: unknown,
  ): readonly object[];
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void;
  processTable(node: LayoutNode): void;
  processList(isOrdered: boolean, node: LayoutNode): void;
  processCanvas(node: LayoutNode): void;
  processImage(node: LayoutNode & Drawn): void;
  buildNextLine(node: LayoutNode): Drawn | null;
  addHeadersAndFooters(header: unknown, footer: unknown): void;
};

/** A part of the document as the library under this one writes it. */
export type WrittenElement = { add(child: object): WrittenElement; end(): void };

/** The document as the library under this one writes it. */
export type WrittenDocument = NodeJS.ReadableStream & {
  struct(tag: string, options?: object): WrittenElement;
  addStructure(element: WrittenElement): void;
  markContent(tag: string, options?: object): void;
  markStructureContent(tag: string): object;
  endMarkedContent(): void;
  end(): void;
};

/** The library's own drawing. */
type Renderer = {
  readonly pdfDocument: WrittenDocument;
  renderPages(pages: readonly object[]): void;
  renderLine(line: DrawnLine, x: number, y: number): void;
  renderVector(vector: Drawn): void;
  renderImage(image: Drawn): void;
};

type Constructor<Arguments extends readonly unknown[], Instance> = new (...given: Arguments) => Instance;

type Internals = {
  readonly LayoutBuilder: Constructor<[pageSize: object, margins: object, svgMeasure: object], LayoutBuilder>;
  readonly Renderer: Constructor<[document: WrittenDocument], Renderer>;
  readonly PDFDocument: Constructor<readonly unknown[], WrittenDocument>;
  readonly SVGMeasure: Constructor<[], object>;
};

// From where the application runs: the production build would turn a place in its sources into a module of its own.
const load = createRequire(path.join(process.cwd(), "package.json"));
const defaultOf = (name: string): unknown => (load(`pdfmake/js/${name}.js`) as { readonly default: unknown }).default;

/** The parts of pdfmake that it does not offer: its own entry writes no structure. Its version is pinned, and tested. */
export const PDFMAKE = {
  LayoutBuilder: defaultOf("LayoutBuilder"),
  Renderer: defaultOf("Renderer"),
  PDFDocument: defaultOf("PDFDocument"),
  SVGMeasure: defaultOf("SVGMeasure"),
} as Internals;

/** The looks of tables that the library names. */
export const PDFMAKE_TABLE_LAYOUTS = (load("pdfmake/js/tableLayouts.js") as { readonly tableLayouts: object })
  .tableLayouts;
