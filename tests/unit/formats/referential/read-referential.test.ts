import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { readReferential } from "@/lib/formats/referential/read-referential";
import { readReferentialUpload } from "@/lib/formats/referential/read-referential-upload";
import { CAE_ROWS } from "../../../support/referential-markdown";

const CAE = { id: "cae", measureDepth: 3 };
const bytes = (text: string) => new TextEncoder().encode(text);
const fence = (...lines: readonly string[]) => ["```yaml", ...lines, "```"].join("\n");

const read = (text: string, options: object = {}) =>
  readReferential([{ name: "m.md", bytes: bytes(text) }], { ...CAE, ...options });
const problemsOf = ({ files }: ReturnType<typeof read>) =>
  files.flatMap(({ problems }) => problems.listed.map(({ severity, code, line }) => [severity, code, line]));

function list(node: ReferentialNode | undefined): readonly ReferentialNode[] {
  return node ? [node, ...node.children.flatMap(list)] : [];
}
const pointsOf = (reading: ReturnType<typeof read>) =>
  Object.fromEntries(list(reading.referential?.root).map(({ number, points }) => [number, points]));

// Measure 3.1.1 as the seed of 2021 writes it; its tasks left out but for the second sub-action.
const SEED = `# La mesure
${fence("id: 3.1.1", "climat_pratic_id: energie")}
## Description
Un texte,
sur deux lignes.

## Actions
### Les enjeux
${fence("id: 3.1.1.1", "points: 20", "categorie: bases")}

### Les acteurs
${fence("id: 3.1.1.2", "points: 10", "categorie: mise en œuvre")}
#### Actions
##### la première ;
${fence("id: 3.1.1.2.1")}

##### la deuxième
${fence("id: 3.1.1.2.2")}
`;

describe("the first generation", () => {
  test("a measure alone: percents of it, points from elsewhere, what groups it implied", () => {
    const reading = read(SEED, { knownPoints: new Map([["3.1.1", 10]]) });
    expect(problemsOf(reading)).toEqual([["error", "PERCENT_SUM", 1]]);
    expect(reading.generation).toBe(1);
    expect(pointsOf(reading)).toEqual({
      "": 10,
      "3": 10,
      "3.1": 10,
      "3.1.1": 10,
      "3.1.1.1": 2,
      "3.1.1.2": 1,
      "3.1.1.2.1": 0.5,
      "3.1.1.2.2": 0.5,
    });
    const [, axis, , measure, subAction] = list(reading.referential?.root);
    expect(axis).toMatchObject({ id: "cae_3", title: null });
    expect(measure).toMatchObject({
      id: "cae_3.1.1",
      title: "La mesure",
      theme: "energie",
      category: null,
      sections: [{ title: "Description", markdown: "Un texte,\nsur deux lignes." }],
    });
    expect(subAction).toMatchObject({ title: "Les enjeux", category: "bases", sections: [] });
  });

  test("siblings without percents share what remains", () => {
    const reading = read(SEED.replace("points: 20", ""), { knownPoints: new Map([["3.1.1", 10]]) });
    expect(problemsOf(reading)).toEqual([]);
    expect(pointsOf(reading)).toMatchObject({ "3.1.1.1": 9, "3.1.1.2": 1 });
  });

  test("a measure whose points nothing says", () => {
    const reading = read(SEED.replace("points: 20", ""));
    expect(problemsOf(reading)).toEqual([["error", "NO_POINTS", 1]]);
    expect(reading.files[0]?.problems.listed[0]?.message).toBe(
      "Ligne 1\u00a0: rien ne dit combien de points vaut la mesure 3.1.1. Ajoutez «\u00a0points:\u00a0» à son bloc yaml.",
    );
  });
});

const OFFICIAL = "../shared/sources/referentiel-3.1.1-distribution-energie.md";

test.skipIf(!existsSync(OFFICIAL))(`the official text of 2021 reads whole (skipped without ${OFFICIAL})`, () => {
  const knownPoints = new Map([["3.1.1", 10]]);
  const reading = readReferential([{ name: "3.1.1.md", bytes: readFileSync(OFFICIAL) }], { ...CAE, knownPoints });
  expect(problemsOf(reading)).toEqual([]);
  const expected = CAE_ROWS.filter(([id]) => id.startsWith("3.1.1"));
  for (const [id, points] of expected) expect(pointsOf(reading)[id]).toBeCloseTo(points, 9);
  expect(list(reading.referential?.root)).toHaveLength(expected.length + 3);
});

const GEN_2 = `# Mesure
${fence("identifiant: 3.1.1", "points: 10")}
## Actions
### Une
${fence("identifiant: 3.1.1.1", "pourcentage: 40")}
### Deux
${fence("identifiant: 3.1.1.2", "pourcentage: 60")}
`;

describe("what is wrong is told with its line, and hides nothing else", () => {
  const change = (from: string, to: string) => GEN_2.replace(from, to);
  // Lines: 1 title, 2–5 yaml, 6 Actions, 7 title, 8–11 yaml, 12 title, 13–16 yaml.
  test.for<[string, string, readonly (readonly [string, string, number | undefined])[], number]>([
    ["nothing", GEN_2, [], 3],
    ["an empty file", " \n", [["error", "EMPTY_FILE", undefined]], 0],
    ["text only", "Bonjour\n", [["error", "TEXT_BEFORE_TITLE", 1]], 0],
    [
      "no metadata",
      change(fence("identifiant: 3.1.1.2", "pourcentage: 60"), ""),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "NO_METADATA", 12],
      ],
      2,
    ],
    [
      "no id",
      change("identifiant: 3.1.1.2", "cle: 1"),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "NO_ID", 12],
      ],
      2,
    ],
    [
      "an id that is none",
      change("identifiant: 3.1.1.2", "identifiant: 3.1.1.b"),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "BAD_ID", 14],
      ],
      2,
    ],
    ["two ids", change("identifiant: 3.1.1.2", "identifiant: 3.1.1.2\nid: 3.1.1.2"), [["error", "TWO_IDS", 15]], 3],
    [
      "an id twice",
      change("identifiant: 3.1.1.2", "identifiant: 3.1.1.1"),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "ID_TWICE", 12],
      ],
      2,
    ],
    [
      "an id of elsewhere",
      change("identifiant: 3.1.1.2", "identifiant: 3.1.2.2"),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "ID_OUT_OF_PLACE", 12],
        ["error", "PERCENT_SUM", 12],
      ],
      3,
    ],
    [
      "points in words",
      change("points: 10", "points: dix"),
      [
        ["error", "NO_POINTS", 1],
        ["error", "BAD_POINTS", 4],
      ],
      3,
    ],
    [
      "points below 0",
      change("points: 10", "points: -1"),
      [
        ["error", "NO_POINTS", 1],
        ["error", "BAD_POINTS", 4],
      ],
      3,
    ],
    [
      "above 100 %",
      change("pourcentage: 60", "pourcentage: 160"),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "BAD_PERCENT", 15],
      ],
      3,
    ],
    ["60 % of 100", change("pourcentage: 40", "pourcentage: 0"), [["error", "PERCENT_SUM", 1]], 3],
    ["points that do not add up", change("pourcentage: 40", "points: 9"), [["error", "POINTS_SUM", 1]], 3],
    [
      "an unknown category",
      change("pourcentage: 60", "pourcentage: 60\ncategorie: base"),
      [["error", "BAD_CATEGORY", 16]],
      3,
    ],
    ["a line that is no pair", change("pourcentage: 60", "pourcentage: 60\n: 60"), [["error", "BAD_METADATA", 16]], 3],
    ["a key twice", change("pourcentage: 60", "pourcentage: 60\npourcentage: 60"), [["error", "KEY_TWICE", 16]], 3],
    ["a fence left open", change("pourcentage: 60\n```", "pourcentage: 60"), [["error", "FENCE_OPEN", 13]], 3],
    [
      "a second title",
      `${GEN_2}# Autre\n${fence("identifiant: 3.1.2", "points: 4")}`,
      [["error", "SECOND_TITLE", 17]],
      3,
    ],
    [
      "a title of the wrong level",
      change("### Deux", "##### Deux"),
      [
        ["error", "PERCENT_SUM", 1],
        ["error", "TITLE_OUT_OF_PLACE", 12],
      ],
      2,
    ],
    [
      "no section of actions",
      change("## Actions\n", "## Description\n"),
      [
        ["error", "TITLE_OUT_OF_PLACE", 8],
        ["error", "TITLE_OUT_OF_PLACE", 13],
      ],
      1,
    ],
    ["text among actions", change("## Actions\n", "## Actions\nIci\n"), [["warning", "TEXT_IN_ACTIONS", 7]], 3],
    ["both generations", change("identifiant: 3.1.1.2", "id: 3.1.1.2"), [["error", "OTHER_GENERATION", 12]], 3],
  ])("%s", ([, text, problems, written]) => {
    const reading = read(text);
    expect(problemsOf(reading)).toEqual(problems);
    expect(list(reading.referential?.root).filter(({ title }) => title !== null)).toHaveLength(written);
    for (const { message, line } of reading.files.flatMap((file) => file.problems.listed)) {
      if (line !== undefined) expect(message).toMatch(new RegExp(`^Ligne ${line}\\u00a0: `));
    }
  });

  test("of several files, under its name", () => {
    const other = { name: "3.1.2.md", bytes: bytes("# Autre\n") };
    const reading = readReferential(
      [{ name: "3.1.1.md", bytes: bytes(GEN_2) }, other, { name: "a.txt", bytes: bytes("x") }],
      CAE,
    );
    expect(reading.files.map(({ name, problems }) => [name, problems.errorCount, problems.warningCount])).toEqual([
      ["3.1.1.md", 0, 0],
      ["3.1.2.md", 1, 0],
      ["a.txt", 0, 1],
    ]);
    expect(reading.errorCount).toBe(1);
  });

  test("no file, a file of nothing, a broken archive", () => {
    expect(readReferential([], CAE).errorCount).toBe(1);
    expect(readReferentialUpload([{ name: "a.txt", bytes: bytes("x") }], CAE)).toMatchObject({
      referential: null,
      errorCount: 1,
    });
    expect(readReferentialUpload([{ name: "a.zip", bytes: bytes("PK") }], CAE)).toMatchObject({
      referential: null,
      errorCount: 2,
    });
  });
});

test("ids stay texts and come in the order of their numbers", () => {
  const rows = [1, 10, 9, 2].map((n) => `### A${n}\n${fence(`identifiant: "1.1.1.${n}"`)}`);
  const { referential } = read(
    `# M\n${fence("identifiant: 1.1.1 # la première", "points: 4")}\n## Actions\n${rows.join("\n")}`,
  );
  expect(
    list(referential?.root)
      .map(({ id }) => id)
      .slice(4),
  ).toEqual(["cae_1.1.1.1", "cae_1.1.1.2", "cae_1.1.1.9", "cae_1.1.1.10"]);
});

test("subtitles, lists and code inside a section are its text", () => {
  const text = `# M\n${fence("identifiant: 1.1.1", "points: 4")}\n## Ressources\n### Un sous-titre\n- une liste\n#### Un autre\n\`\`\`\n# pas un titre\n\`\`\`\n## Contexte\nFin.\n`;
  const { referential, errorCount } = read(text);
  expect(errorCount).toBe(0);
  expect(list(referential?.root)[3]?.sections).toEqual([
    { title: "Ressources", markdown: "### Un sous-titre\n- une liste\n#### Un autre\n```\n# pas un titre\n```" },
    { title: "Contexte", markdown: "Fin." },
  ]);
});
