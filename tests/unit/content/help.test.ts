import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GLOSSARY } from "@/lib/content/glossary/glossary";
import { findHelpTopic } from "@/lib/content/help/find-help-topic";
import { HELP_ROOMS } from "@/lib/content/help/help-rooms";

const SPACE = "app/(espace)";

/** Routes of the signed-in screens, as their folders are named. */
const SCREENS = readdirSync(SPACE, { recursive: true, encoding: "utf8" })
  .filter((path) => path === "page.tsx" || path.endsWith("/page.tsx"))
  .map((path) => `/${path.replace(/\/?page\.tsx$/, "")}`);

const TOPICS = HELP_ROOMS.flatMap((room) => room.topics.map((topic) => ({ room, topic })));
const ROUTES = TOPICS.flatMap(({ topic }) => topic.routes);

describe("help", () => {
  test.for(SCREENS)("%s has its help: a topic of lib/content/help names its route", (route) => {
    expect(ROUTES).toContain(route);
  });

  test("no help outlives its screen", () => {
    expect(ROUTES.filter((route) => !SCREENS.includes(route))).toEqual([]);
  });

  test("a screen has one help only, and a place of its own on the page of its room", () => {
    expect(new Set(ROUTES).size).toBe(ROUTES.length);
    const places = TOPICS.map(({ room, topic }) => `${room.slug}#${topic.anchor}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("a topic says what the screen is for and what one does first, in sentences", () => {
    for (const { topic } of TOPICS) {
      const sentences = [topic.purpose, ...topic.first, ...(topic.next ? [topic.next] : [])];
      expect(topic.first.length, topic.title).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÀ-Ý«].*[.?]$/s);
      for (const key of topic.terms ?? []) expect(GLOSSARY, topic.title).toHaveProperty(key);
    }
  });

  test.for([
    ["/", "À faire"],
    ["/operations/saint-exemple", "Tableau de bord d’une opération"],
    ["/operations/nouvelle", "Nouvelle opération"],
    ["/operations/ACC00000112/participants/prm/99000000000134", "Fiche d’un PRM"],
    ["/operations/ACC00000112/participants/prm/nouveau", "Fiche d’un PRM"],
    ["/operations/ACC00000112/participants/consentements/0a1b", "Consentements"],
    ["/operations/ACC00000112/periodes/2026-06-01/pas", "Un pas expliqué"],
    ["/plan-climat/mesures/3.1.1/", "Une mesure"],
  ] as const)("the help of %s is « %s »", ([address, title]) => {
    expect(findHelpTopic(address)?.topic.title).toBe(title);
  });

  test("an address that is no screen's has none", () => {
    expect(findHelpTopic("/operations/saint-exemple/inconnu")).toBeNull();
    expect(findHelpTopic("/documentation/glossaire")).toBeNull();
  });
});
