import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { type ConsentProof, renderConsentProof } from "@/lib/documents/consent-proof";
import { civilDate } from "@/lib/domain/time/civil-date";

const PROOF: ConsentProof = {
  operationName: "Saint-Exemple-les-Vignes",
  accNumber: null,
  organiserName: null,
  requestedOn: civilDate("2026-11-22"),
  dueOn: civilDate("2026-12-04"),
  rows: [],
  missing: [],
};

async function read(proof: ConsentProof): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(await renderConsentProof(proof)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("nothing recorded, nothing missing", async () => {
  const text = await read(PROOF);
  expect(text).toContain("à produire au plus tard le 04/12/2026");
  expect(text).toContain("Aucun consentement n’est enregistré.");
  expect(text).toContain("Rien : chaque PRM");
  expect(text).not.toMatch(/null|undefined|\d{4}-\d{2}-\d{2}/);
});

test("each consent with its days, its state, its document and the whole fingerprint", async () => {
  const sha256 = "0123456789abcdef".repeat(4);
  const text = await read({
    ...PROOF,
    rows: [
      {
        participantName: "Ana Témoin",
        prm: null,
        authorized: "participation",
        givenDay: civilDate("2026-01-10"),
        expiryDay: null,
        state: "en cours",
        document: { path: "documents/001_accord.pdf", sha256 },
      },
    ],
    missing: [{ participantName: "Ben Témoin", prm: "99000000000909", lacks: "accord de participation" }],
  });
  for (const words of ["Ana Témoin", "tous ses PRM", "10/01/2026", "en cours", "001_accord.pdf", "Ben Témoin"]) {
    expect(text).toContain(words);
  }
  expect(text.replaceAll(" ", "")).toContain(sha256);
});
