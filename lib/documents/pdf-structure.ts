/** The tags that a reader for blind people goes by. @see ISO 32000-1, 14.8.4. */
export type PdfTag = "Document" | "H1" | "H2" | "P" | "Table" | "TR" | "TH" | "TD" | "L" | "LI" | "LBody" | "Figure";

/** A part of a document as it is meant, whatever page it falls on. */
export type PdfElement = {
  readonly tag: PdfTag;
  /** Read instead of a figure. */
  readonly alt?: string;
  /** What a heading of a table is the heading of. */
  readonly scope?: "Column" | "Row";
  readonly children: PdfElement[];
};

/** A new part at the end of another. */
export function addPdfElement(
  parent: PdfElement,
  tag: PdfTag,
  words: Pick<PdfElement, "alt" | "scope"> = {},
): PdfElement {
  const element: PdfElement = { tag, ...words, children: [] };
  parent.children.push(element);
  return element;
}
