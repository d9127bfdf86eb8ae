import type { PdfElement } from "./pdf-structure";
import { type Drawn, type DrawnLine, PDFMAKE, type WrittenDocument, type WrittenElement } from "./pdfmake-internals";

/** Draws pages and marks what is on them as its part of the document, everything else as decoration. */
export class TaggingRenderer extends PDFMAKE.Renderer {
  readonly #seen = new Set<object>();
  readonly #written: Map<PdfElement, WrittenElement>;

  constructor(document: WrittenDocument, written: Map<PdfElement, WrittenElement>) {
    super(document);
    this.#written = written;
  }

  override renderLine(line: DrawnLine, x: number, y: number): void {
    // The head of a table stands on each of its pages, and is read once.
    const isRepeated = this.#seen.has(line.inlines);
    this.#seen.add(line.inlines);
    this.#mark(isRepeated ? {} : line, () => super.renderLine(line, x, y));
  }

  override renderVector(vector: Drawn): void {
    this.#mark(vector, () => super.renderVector(vector));
  }

  override renderImage(image: Drawn): void {
    this.#mark(image, () => super.renderImage(image));
  }

  #mark({ element }: Drawn, draw: () => void): void {
    const written = element && this.#written.get(element);
    if (element && written) written.add(this.pdfDocument.markStructureContent(element.tag));
    else this.pdfDocument.markContent("Artifact", { type: "Layout" });
    draw();
    this.pdfDocument.endMarkedContent();
  }
}
