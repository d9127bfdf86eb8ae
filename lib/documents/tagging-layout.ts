import { addPdfElement, type PdfElement, type PdfTag } from "./pdf-structure";
import { type Drawn, type LayoutNode, PDFMAKE } from "./pdfmake-internals";

const HEADINGS: Readonly<Record<string, PdfTag>> = { title: "H1", heading: "H2" };

/** Lays a document out and notes, for everything it puts on a page, which part of the document it is. */
export class TaggingLayout extends PDFMAKE.LayoutBuilder {
  readonly root: PdfElement = { tag: "Document", children: [] };
  #current: PdfElement = this.root;
  #isDecoration = false;
  /** Cells and items, made with their table or list. */
  readonly #known = new Map<LayoutNode, PdfElement>();

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    const outer = this.#current;
    this.#current = this.#known.get(node) ?? this.#open(node);
    super.processNode(node, isVerticalAlignmentAllowed);
    this.#current = outer;
  }

  override processTable(node: LayoutNode): void {
    const table = this.#add("Table");
    const { headerRows = 0, body = [] } = node.table ?? {};
    for (const [index, cells] of body.entries()) {
      const row = addPdfElement(table, "TR");
      for (const [column, cell] of cells.entries()) this.#known.set(cell, addCell(row, index < headerRows, column));
    }
    super.processTable(node);
  }

  override processList(isOrdered: boolean, node: LayoutNode): void {
    const list = this.#add("L");
    for (const item of node.ul ?? node.ol ?? []) {
      this.#known.set(item, addPdfElement(addPdfElement(list, "LI"), "LBody"));
    }
    super.processList(isOrdered, node);
  }

  override processCanvas(node: LayoutNode): void {
    if (node.altText !== undefined) for (const vector of node.canvas ?? []) vector.element = this.#current;
    super.processCanvas(node);
  }

  override processImage(node: LayoutNode & Drawn): void {
    if (node.altText !== undefined) node.element = this.#current;
    super.processImage(node);
  }

  override buildNextLine(node: LayoutNode): Drawn | null {
    const line = super.buildNextLine(node);
    if (line && !this.#isDecoration) line.element = this.#current;
    return line;
  }

  override addHeadersAndFooters(header: unknown, footer: unknown): void {
    this.#isDecoration = true;
    super.addHeadersAndFooters(header, footer);
    this.#isDecoration = false;
  }

  /** What a block adds: a heading, a paragraph or a figure; a cell and an item hold their text themselves. */
  #open(node: LayoutNode): PdfElement {
    if (node.altText !== undefined) return this.#add("Figure", node.altText);
    if (node.text === undefined || ["TH", "TD", "LBody"].includes(this.#current.tag)) return this.#current;
    return this.#add((typeof node.style === "string" ? HEADINGS[node.style] : undefined) ?? "P");
  }

  #add(tag: PdfTag, alt?: string): PdfElement {
    if (this.#isDecoration) return this.#current;
    return addPdfElement(this.#current, tag, alt === undefined ? {} : { alt });
  }
}

function addCell(row: PdfElement, isHeader: boolean, column: number): PdfElement {
  if (isHeader) return addPdfElement(row, "TH", { scope: "Column" });
  return column === 0 ? addPdfElement(row, "TH", { scope: "Row" }) : addPdfElement(row, "TD");
}
