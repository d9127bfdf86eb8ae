import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { renderPdf } from "@/lib/documents/render-pdf";
import { withAltText } from "@/lib/documents/with-alt-text";

const LONG = Array.from({ length: 120 }, (_, index) => `Ligne ${index + 1}`);

test("a document is titled, in French, with numbered pages and every character of it", async () => {
  const pdf = await renderPdf({
    title: "Relevé de la mairie",
    footer: "Saint-Exemple · 22/11/2026",
    content: [{ text: "Énergie reçue : 1\u202f234,5\u00a0kWh", style: "title" }, ...LONG],
  });
  const document = await getDocumentProxy(pdf);
  const { info } = await getMeta(document);
  const { totalPages, text } = await extractText(document, { mergePages: false });
  expect(info).toMatchObject({ Title: "Relevé de la mairie", Language: "fr-FR" });
  expect(totalPages).toBe(3);
  expect(text[0]?.replace(/\s/g, " ")).toContain("Énergie reçue : 1 234,5 kWh");
  expect(text[0]).toContain("Saint-Exemple · 22/11/2026");
  expect(text[2]).toContain("page 3 sur 3");
});

test("a document says what its parts are: headings, lists, tables with their heads, figures with their words", async () => {
  const row = (text: string) => [text, "1"];
  const pdf = await renderPdf({
    title: "Balises",
    footer: "Saint-Exemple",
    content: [
      { text: "Le titre", style: "title" },
      { text: "Une partie", style: "heading" },
      { ul: ["un point"] },
      { canvas: [{ type: "rect", x: 0, y: 0, w: 10, h: 10, color: "#000000" }] },
      withAltText({ canvas: [{ type: "rect", x: 0, y: 0, w: 10, h: 10, color: "#000000" }] }, "Un carré"),
      { table: { headerRows: 1, body: [row("Nom"), ...LONG.map(row)] } },
    ],
  });
  const document = await getDocumentProxy(pdf);
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const tree = (await (await document.getPage(1)).getStructTree()) as StructNode;
  const tags = flatten(tree);
  expect(tags.filter((tag) => !tag.startsWith("T"))).toEqual([
    ...["Root", "Document", "H1", "H2", "L", "LI", "LBody", "Figure « Un carré »"],
  ]);
  const count = (wanted: string) => tags.filter((tag) => tag === wanted).length;
  expect([count("Table"), count("TR"), count("TH"), count("TD")]).toEqual([1, 121, 122, 120]);
  // The head stands on each of the three pages, and is read once.
  expect(document.numPages).toBeGreaterThan(2);
  expect(findFirst(tree, "TH")?.children).toHaveLength(1);
});

type StructNode = { readonly role?: string; readonly alt?: string; readonly children?: readonly StructNode[] };

function flatten({ role, alt, children = [] }: StructNode): readonly string[] {
  const own = role === undefined ? [] : [alt === undefined ? role : `${role} « ${alt} »`];
  return [...own, ...children.flatMap(flatten)];
}

function findFirst(node: StructNode, role: string): StructNode | undefined {
  if (node.role === role) return node;
  return node.children?.reduce<StructNode | undefined>((found, child) => found ?? findFirst(child, role), undefined);
}

test("it reads no file and no address", async () => {
  const draw = (image: string) => renderPdf({ title: "Image", footer: "", content: [{ image, width: 10 }] });
  await expect(draw("/etc/hostname")).rejects.toThrow();
  await expect(draw("http://127.0.0.1:9/image.png")).rejects.toThrow();
});
