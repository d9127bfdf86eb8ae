import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { renderConsentForms } from "@/lib/documents/consent-form";
import type { ConsentFormOperation, ConsentFormParticipant } from "@/lib/documents/consent-form-content";

const OPERATION: ConsentFormOperation = {
  name: "Saint-Exemple-les-Vignes",
  accNumber: "ACC00009999",
  organiser: {
    name: "Commune de Saint-Exemple-les-Vignes",
    siret: "21669999100016",
    legalForm: "Commune",
    address: "1 place de la République, 66999 Saint-Exemple-les-Vignes",
    phone: "04 65 71 00 01",
    email: "mairie@saint-exemple.example",
  },
  agent: null,
};

const CCAS: ConsentFormParticipant = {
  kind: "legal",
  name: "Centre communal d’action sociale",
  legalId: "26669999000013",
  address: "3 rue des Écoles, 66999 Saint-Exemple-les-Vignes",
  phone: null,
  email: "ccas@saint-exemple.example",
  isHlmTenant: false,
  sites: [{ prm: "99000000000909", name: "Maison des services", address: null, roles: ["consumer"] }],
};

async function read(participants: readonly ConsentFormParticipant[], operation = OPERATION) {
  const document = await getDocumentProxy(await renderConsentForms(operation, participants));
  const { totalPages, text } = await extractText(document, { mergePages: true });
  return { totalPages, text: text.replace(/\s+/g, " ") };
}

// Annexe 4 of the convention, point by point.
test.for([
  ["A: identity", "Centre communal d’action sociale"],
  ["A: identifier", "26669999000013"],
  ["A: representative, by hand", "Représenté par (nom, prénom, qualité)"],
  ["A: address", "3 rue des Écoles"],
  ["A: telephone, by hand", "Téléphone"],
  ["A: mail", "ccas@saint-exemple.example"],
  ["B: PRM", "99000000000909"],
  ["B: what it is", "consommateur"],
  ["C: operation", "ACC00009999"],
  ["C: third party", "SIRET 21669999100016"],
  ["C: how to reach it", "mairie@saint-exemple.example"],
  ["to take part", "Je participe à l’opération"],
  ["the curve", "Enedis relève la courbe de charge"],
  ["to the supplier", "transmet à mon fournisseur"],
  ["to the organiser", "transmet à l’organisateur du C"],
  ["purpose", "et rien d’autre"],
  ["partners", "la liste des partenaires"],
  ["duration", "à la fin de la convention"],
  ["not to be handed on", "je ne peux pas le céder"],
  ["revocable at any time, to whom", "à tout moment et sans motif, par courrier ou courriel à l’organisateur"],
  ["kept as proof", "cinq ans à compter de la signature"],
  ["then destroyed", "détruites cinq ans après la fin"],
  ["rights", "loi n° 78-17"],
  ["complaint", "CNIL"],
  ["place and day", "Fait à"],
  ["signature and stamp", "cachet"],
] as const)("the form has %s", async ([, words]) => {
  expect((await read([CCAS])).text).toContain(words);
});

describe("what is asked follows who is asked", () => {
  test("a producer is asked for his production, not for his supplier", async () => {
    const roof = { ...CCAS, sites: [{ ...CCAS.sites[0], roles: ["producer"] }] } as ConsentFormParticipant;
    const { text } = await read([roof]);
    expect(text).toContain("la part de ma production");
    expect(text).not.toContain("fournisseur");
  });

  test("a tenant of a HLM body is told, and asked for his curve only", async () => {
    const { text } = await read([{ ...CCAS, kind: "natural", legalId: null, isHlmTenant: true }]);
    expect(text).toContain("Vous pouvez vous y opposer");
    expect(text).toContain("Enedis relève la courbe de charge");
    expect(text).not.toContain("Je participe à l’opération");
    expect(text).not.toContain("SIRET ou RNA");
  });

  test("what is not known is left to be filled in, never written as such", async () => {
    const bare = { ...CCAS, legalId: null, address: null, email: null };
    const nobody = { name: null, siret: null, legalForm: null, address: null, phone: null, email: null };
    const { text } = await read([bare], { ...OPERATION, accNumber: null, organiser: nobody, agent: nobody });
    expect(text).not.toMatch(/null|undefined|NaN/);
    expect(text).toContain("………");
  });
});

test("several forms are one file, each on pages of its own", async () => {
  const [one, three] = await Promise.all([read([CCAS]), read([CCAS, CCAS, CCAS])]);
  expect(three.totalPages).toBe(3 * one.totalPages);
});
