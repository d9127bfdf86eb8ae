import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { renderRequestLetter } from "@/lib/documents/request-letter";
import { REQUEST_KINDS } from "@/lib/domain/requests/request-kind";
import { describeRequestLetter, type RequestLetterInput } from "@/lib/format/describe-request-letter";

const INPUT: RequestLetterInput = {
  kind: "perimeter",
  wantedDay: "2026-09-01",
  effectDay: "2026-09-01",
  operationName: "Saint-Exemple",
  accNumber: "ACC00009999",
  keyKind: "static",
  ground: null,
  reason: "Fermeture du centre culturel",
  entryCount: 1,
  exitCount: 2,
  isCorrection: false,
};

async function read(input: RequestLetterInput): Promise<string> {
  const pdf = await renderRequestLetter("Saint-Exemple", {
    text: describeRequestLetter(input),
    sender: ["Commune de Saint-Exemple", "1 place de la République"],
    recipient: ["Enedis, agence régionale", "acc@enedis.example"],
    place: "Saint-Exemple",
    day: "11/08/2026",
    signatory: ["Dominique Modèle", "Maire"],
    moves: [
      {
        move: "Entrée",
        role: "Consommateur",
        prm: "99000000000134",
        holder: "Jeanne Exemple",
        legalId: null,
        address: "7 impasse des Lilas",
      },
    ],
    enclosures: ["ACC00009999_20260811_ANNEXE 2.xlsx"],
  });
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("a change of perimeter says who, what, from when on and under which article, and is signed", async () => {
  const text = await read(INPUT);
  for (const part of [
    "Enedis, agence régionale acc@enedis.example",
    "Saint-Exemple, le 11/08/2026",
    "Objet : Modification du périmètre de l’opération",
    "ACC00009999, « Saint-Exemple »",
    "article 3.2.1",
    "avec effet au 01/09/2026 : une entrée et 2 sorties",
    "99000000000134",
    "Jeanne Exemple",
    "Motif : Fermeture du centre culturel",
    "Dominique Modèle Maire Signature",
    "ACC00009999_20260811_ANNEXE 2.xlsx",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("recommandée");
});

test("a termination is a registered letter that says the day the convention makes of it (art. 8.5.1)", () => {
  const { sending, paragraphs } = describeRequestLetter({ ...INPUT, kind: "termination", effectDay: "2026-11-11" });
  expect(sending).toContain("recommandée");
  expect(paragraphs[0]).toContain("effet au 11/11/2026, soit trois mois après l’envoi");
  expect(paragraphs[0]).toContain("nous souhaitions le 01/09/2026");
});

describe.for(REQUEST_KINDS)("%s", (kind) => {
  test("cites its article and speaks of a correction only when it is one", () => {
    const ground = kind === "suspension" ? ("force_majeure" as const) : null;
    const words = (isCorrection: boolean) =>
      Object.values(describeRequestLetter({ ...INPUT, kind, ground, reason: null, isCorrection }))
        .flat()
        .join(" ");
    expect(words(false)).toMatch(/article (3\.2\.1|4\.2|4\.3|8\.5\.1|8\.6)/);
    expect(words(false)).not.toMatch(/corrig|Motif|null|undefined|\d{4}-\d{2}-\d{2}/);
    expect(words(true)).toContain("demande corrigée");
  });
});
