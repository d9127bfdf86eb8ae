import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { evidenceDocumentType } from "@/lib/formats/evidence/evidence-document-type";

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const zip = (...paths: readonly string[]) => zipSync(Object.fromEntries(paths.map((path) => [path, strToU8("x")])));
const openDocument = (kind: string, ...paths: readonly string[]) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    ...Object.fromEntries(["content.xml", ...paths].map((path) => [path, strToU8("x")])),
  });

const WORKBOOK = ["[Content_Types].xml", "xl/workbook.xml"] as const;

test.for<[string, Uint8Array, string]>([
  ["rapport.pdf", latin1("%PDF-1.4\n%%EOF\n"), "application/pdf"],
  ["PLAN.PDF", latin1("%PDF-1.4\n%%EOF\n"), "application/pdf"],
  ["bilan.xlsx", zip(...WORKBOOK), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  [
    "note.docx",
    zip("[Content_Types].xml", "word/document.xml"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  ["note.odt", openDocument("text"), "application/vnd.oasis.opendocument.text"],
  ["bilan.ods", openDocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"],
  ["courbe.csv", latin1("jour;kWh\r\n01/01/2026;1,5\r\n"), "text/csv"],
  ["lisez-moi.txt", latin1("d\xe9lib\xe9ration"), "text/plain"],
])("%s is taken for what it is", ([name, bytes, type]) => {
  expect(evidenceDocumentType(name, bytes)).toBe(type);
});

test.for<[string, string, Uint8Array]>([
  ["a page called a PDF", "rapport.pdf", latin1("<html><script>alert(1)</script></html>")],
  ["a PDF cut short", "rapport.pdf", latin1("%PDF-1.4\n")],
  ["a PDF called a picture", "photo.png", latin1("%PDF-1.4\n%%EOF\n")],
  ["a page", "page.html", latin1("<html></html>")],
  ["a drawing, which may run", "logo.svg", latin1("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ["any archive called a workbook", "bilan.xlsx", zip("a.txt")],
  ["a workbook called a document", "note.docx", zip(...WORKBOOK)],
  ["a workbook with macros", "bilan.xlsx", zip(...WORKBOOK, "xl/vbaProject.bin")],
  ["an OpenDocument with macros", "bilan.ods", openDocument("spreadsheet", "Basic/Standard/Module1.xml")],
  ["a text called a spreadsheet", "bilan.ods", openDocument("text")],
  ["a workbook cut short", "bilan.xlsx", zip(...WORKBOOK).subarray(0, 60)],
  ["a workbook of before 2007", "bilan.xls", latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
  ["a program called a text", "outil.csv", latin1("MZ\x90\x00\x03\x00")],
  ["a name without an extension", "rapport", latin1("%PDF-1.4\n%%EOF\n")],
])("%s is refused", ([, name, bytes]) => {
  expect(evidenceDocumentType(name, bytes)).toBeNull();
});
