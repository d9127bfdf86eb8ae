import { expect, test } from "vitest";
import { signedDocumentType } from "@/lib/domain/consents/signed-document-type";

const bytes = (latin1: string) => Uint8Array.from(latin1, (char) => char.charCodeAt(0));
const PDF = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
const PNG = "\x89PNG\r\n\x1a\n....IDAT....\0\0\0\0IEND\xaeB`\x82";
const JPEG = "\xff\xd8\xff\xe0..JFIF..\xff\xd9";

test.for([
  ["accord.pdf", PDF, "application/pdf"],
  ["ACCORD.PDF", PDF, "application/pdf"],
  ["accord.png", PNG, "image/png"],
  ["accord.jpg", JPEG, "image/jpeg"],
  ["accord.jpeg", `${JPEG}ce que le téléphone ajoute`, "image/jpeg"],
  ["accord.jpg", PDF, null], // its name says otherwise
  ["accord.pdf.exe", PDF, null],
  ["accord", PDF, null],
  ["accord.pdf", "MZ\x90\0", null],
  ["accord.pdf", "<html>%PDF-1.7 %%EOF", null],
  ["accord.pdf", PDF.slice(0, 20), null], // cut short
  ["accord.png", PNG.slice(0, 14), null],
  ["accord.jpg", "\xff\xd8\xff", null],
  ["accord.pdf", "", null],
] as const)("%s", ([name, content, expected]) => {
  expect(signedDocumentType(name, bytes(content))).toBe(expected);
});
