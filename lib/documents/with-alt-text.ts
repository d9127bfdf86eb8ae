import type { Content } from "pdfmake/interfaces";

/** A drawing or a picture with what is read instead of it; without, it is decoration. */
export function withAltText<Drawing extends object & Content>(drawing: Drawing, altText: string): Drawing {
  return Object.assign(drawing, { altText });
}
