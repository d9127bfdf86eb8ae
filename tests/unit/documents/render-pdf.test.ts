import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { renderPdf } from "@/lib/documents/render-pdf";

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

test("it reads no file and no address", async () => {
  const draw = (image: string) => renderPdf({ title: "Image", footer: "", content: [{ image, width: 10 }] });
  await expect(draw("/etc/hostname")).rejects.toThrow();
  await expect(draw("http://127.0.0.1:9/image.png")).rejects.toThrow();
});
