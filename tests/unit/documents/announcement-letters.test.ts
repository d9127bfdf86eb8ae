import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { renderAnnouncementLetters } from "@/lib/documents/announcement-letters";

const letterTo = (name: string) => ({
  recipient: { name, address: "7 impasse des Lilas, 66999 Saint-Exemple" },
  sender: ["Commune de Saint-Exemple", "1 place de la République"],
  message: {
    subject: "Vos coefficients de répartition à partir du 01/01/2027",
    greeting: "Madame, Monsieur,",
    lead: "Voici ce qui change.",
    shares: ["Maison (PRM 99000000000134) : part de 15\u202f%, au lieu de 12\u202f% jusqu’ici."],
    paragraphs: ["Pour toute question : mairie@exemple.example."],
    signature: "Commune de Saint-Exemple",
    note: "Vous recevez ce message parce que vous participez à cette opération.",
  },
});

test("each letter has pages of its own, with its address, its figures and a place to sign", async () => {
  const pdf = await renderAnnouncementLetters("Saint-Exemple", [letterTo("Jeanne Exemple"), letterTo("Paul Exemple")]);
  const { totalPages, text } = await extractText(await getDocumentProxy(pdf));
  expect(totalPages).toBe(2);
  const [first = "", second = ""] = text.map((page) => page.replace(/\s+/g, " "));
  for (const part of [
    "Jeanne Exemple 7 impasse des Lilas",
    "Commune de Saint-Exemple 1 place de la République",
    "Objet : Vos coefficients de répartition à partir du 01/01/2027",
    "Maison (PRM 99000000000134) : part de 15 %, au lieu de 12 % jusqu’ici.",
    "Reçu le :",
  ]) {
    expect(first).toContain(part);
  }
  expect(first).not.toContain("Paul");
  expect(second).toContain("Paul Exemple");
});
