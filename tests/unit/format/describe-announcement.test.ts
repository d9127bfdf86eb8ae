import { describe, expect, test } from "vitest";
import type { AnnouncedFigures } from "@/lib/domain/coefficients/announced-figures";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeAnnounced } from "@/lib/format/describe-announced";
import { type AnnouncementContext, describeAnnouncement } from "@/lib/format/describe-announcement";
import { writeAnnouncementMail } from "@/lib/format/write-announcement-mail";

const FROM = civilDate("2027-01-01");
const LATER = civilDate("2027-03-01");

function describeFigures(figures: Partial<AnnouncedFigures>, context: Partial<AnnouncementContext> = {}) {
  const message = describeAnnouncement({
    operation: { name: "Saint-Exemple", accNumber: "ACC00009999", stepMinutes: 30 },
    organiser: { name: "Commune de Saint-Exemple", email: "mairie@exemple.example", phone: null },
    figures: {
      kindBefore: "static",
      kindAfter: "static",
      from: FROM,
      shares: [],
      producerIds: [],
      unallocatedPpm: 0,
      ...figures,
    },
    sites: new Map([
      ["home", { prm: "99000000000134", name: "Maison <Lilas>" }],
      ["roof", { prm: "99000000000142", name: "Toiture" }],
    ]),
    tiers: { count: 0, rankOf: new Map() },
    ...context,
  });
  return message;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const shareOf = (beforePpm: number | null, afterPpm: number | null, from = FROM) => [
  { meteringPointId: "home", from, beforePpm, afterPpm },
];

describe("what a consumer reads of his site", () => {
  const SITE = "Maison <Lilas> (PRM 99000000000134) : ";
  test.for([
    ["static", "static", 120_000, 150_000, FROM, "part de 15 %, au lieu de 12 % jusqu’ici."],
    ["static", "static", 120_000, 120_000, FROM, "part inchangée, 12 %."],
    ["static", "static", 0, 333_333, FROM, "part de 33,3333 %, au lieu de 0 % jusqu’ici."],
    ["static", "static", null, 150_000, LATER, "part de 15 %, à partir du 01/03/2027, jour de son entrée."],
    [null, "static", null, 150_000, FROM, "part de 15 %."],
    ["static", "default", 120_000, null, FROM, "part de 12 % jusqu’ici, calculée ensuite à chaque pas de temps."],
    ["default", "dynamic_simple", null, null, FROM, "part calculée à chaque pas de temps."],
    [
      "default",
      "static",
      null,
      150_000,
      FROM,
      "part de 15 %, au lieu d’une part calculée à chaque pas de temps (clé par défaut, au prorata des consommations).",
    ],
  ] as const)("%s to %s, %s to %s", ([kindBefore, kindAfter, before, after, from, text]) => {
    const { shares } = describeFigures({ kindBefore, kindAfter, shares: shareOf(before, after, from) });
    expect(shares.map(plain)).toEqual([SITE + text]);
  });

  test("the tier in which it is served, when the rule has tiers", () => {
    const tiers = { count: 3, rankOf: new Map([["home", 2]]) };
    const { shares } = describeFigures({ kindAfter: "dynamic_simple", shares: shareOf(null, null) }, { tiers });
    expect(shares[0]).toContain("Ce site est servi au rang 2 sur 3.");
  });
});

describe("the message", () => {
  test("names the first day, the article and whom to ask", () => {
    const { subject, lead, paragraphs } = describeFigures({ shares: shareOf(1, 2) });
    expect(subject).toBe("Vos coefficients de répartition à partir du 01/01/2027 : Saint-Exemple");
    expect(lead).toContain("à partir du vendredi 1er janvier 2027");
    expect(lead).toContain("art. 5.1.1");
    expect(paragraphs.at(-1)).toBe("Pour toute question, adressez-vous à l’organisateur : mairie@exemple.example.");
  });

  test.for([
    [0, "toute votre production est affectée"],
    [250_000, "25 % de votre production n’est affecté à aucun consommateur"],
  ] as const)("tells a producer how the surplus is shared, %s ppm left", ([unallocatedPpm, text]) => {
    const { subject, shares, paragraphs } = describeFigures({ producerIds: ["roof"], unallocatedPpm });
    expect(subject).toContain("Partage du surplus");
    expect(shares).toEqual([]);
    expect(plain(paragraphs.join(" "))).toContain(text);
    expect(paragraphs.join(" ")).toContain("Vous êtes concerné comme producteur : Toiture (PRM 99000000000142).");
  });

  test("as a mail is plain text and HTML that fetches nothing, what people typed escaped", () => {
    const { text, html } = writeAnnouncementMail(describeFigures({ shares: shareOf(1, 2), producerIds: ["roof"] }));
    expect(text).toContain("- Maison <Lilas> (PRM");
    expect(html).toContain("<li>Maison &lt;Lilas&gt; (PRM");
    expect(html).not.toMatch(/<img|<link|<script|https?:|src=/);
    expect(html.startsWith('<!doctype html><html lang="fr">')).toBe(true);
  });
});

test.for([
  [{ emails: 2, letters: 1 }, "2 courriels partent, 1 lettre est à remettre."],
  [{ emails: 1, letters: 0 }, "1 courriel part."],
  [{ emails: 0, letters: 3 }, "3 lettres sont à remettre."],
  [{ emails: 0, letters: 0 }, "Personne n’est à prévenir."],
] as const)("%o", ([counts, text]) => {
  expect(describeAnnounced(counts)).toBe(text);
});
