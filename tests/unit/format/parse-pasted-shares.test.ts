import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPpm } from "@/lib/format/format-percent";
import { parsePastedShares } from "@/lib/format/parse-pasted-shares";

const ROWS = [
  { prm: "30001111111111", name: "Mairie" },
  { prm: "30002222222222", name: "École élémentaire" },
  { prm: "00003333333333", name: "Salle" },
  { prm: "30004444444444", name: "Salle" },
];

const read = (text: string) => {
  const { shares, problems } = parsePastedShares(text, ROWS);
  return { shares: [...shares], problems: problems.map(({ line, text: said }) => `${line} : ${said}`) };
};

describe("one column, in the order of the rows", () => {
  test.for([
    {
      text: "33,33\n33.33 %\n33,33%\n0,01",
      shares: [
        [0, 333_300],
        [1, 333_300],
        [2, 333_300],
        [3, 100],
      ],
    },
    {
      text: "Coefficient\r\n40\r\n60\r\n",
      shares: [
        [0, 400_000],
        [1, 600_000],
      ],
    },
    {
      text: "40\n\n60",
      shares: [
        [0, 400_000],
        [2, 600_000],
      ],
    },
    {
      text: "\t40\n\t60",
      shares: [
        [0, 400_000],
        [1, 600_000],
      ],
    },
    { text: "", shares: [] },
  ])("$text", ({ text, shares }) => {
    expect(read(text)).toEqual({ shares, problems: [] });
  });

  test.for([
    ["12\nbeaucoup", "2 : « beaucoup » n’est pas un pourcentage entre 0 et 100. Exemple : 12,5"],
    ["120", "1 : « 120 » n’est pas un pourcentage entre 0 et 100. Exemple : 12,5"],
    ["33,33333 %", "1 : « 33,33333 % » a plus de quatre décimales : arrondissez avant de copier."],
    ["1\n1\n1\n1\n1", "5 : il n’y a que 4\u00a0consommateurs."],
  ])("%s", ([text, problem]) => {
    expect(read(text as string).problems).toEqual([problem]);
  });
});

test("one column may begin at any row", () => {
  expect([...parsePastedShares("10\n20\n30", ROWS, 2).shares]).toEqual([
    [2, 100_000],
    [3, 200_000],
  ]);
});

describe("the PRM or the name, then the percentage", () => {
  test.for([
    {
      text: "PRM\tPart\n30002222222222\t60\n30001111111111\t40",
      shares: [
        [1, 600_000],
        [0, 400_000],
      ],
    },
    { text: "ecole  ELEMENTAIRE;60 %", shares: [[1, 600_000]] },
    { text: "30 0044 4444 4444\tSalle\t1,5", shares: [[3, 15_000]] },
    { text: "0003333333333\t5", shares: [[2, 50_000]] },
  ])("$text", ({ text, shares }) => {
    expect(read(text)).toEqual({ shares, problems: [] });
  });

  test.for([
    ["Gymnase\t40", "1 : « Gymnase » n’est ni le PRM ni le nom d’un consommateur."],
    ["Salle\t40", "1 : plusieurs consommateurs portent ce nom : donnez le PRM."],
    ["3,00011E+13\t40", "1 : le tableur a abrégé le PRM en « 3,00011E+13 » : mettez la colonne en texte."],
    ["\t40\nMairie\t10", "1 : il manque le PRM ou le nom."],
    ["Mairie\t40\nMairie\t10", "2 : ce consommateur figure déjà plus haut ; seule la première ligne compte."],
  ])("%s", ([text, problem]) => {
    expect(read(text as string).problems).toEqual([problem]);
  });
});

test("what is shown is read back exactly", () => {
  const anyPpm = fc.array(fc.nat(1_000_000), { minLength: ROWS.length, maxLength: ROWS.length });
  fc.assert(
    fc.property(anyPpm, fc.boolean(), (ppm, isNamed) => {
      const lines = ppm.map((value, index) => `${isNamed ? `${ROWS[index]?.prm}\t` : ""}${formatPpm(value)}`);
      const { shares, problems } = parsePastedShares(lines.join("\n"), ROWS);
      expect(problems).toEqual([]);
      expect([...shares]).toEqual([...ppm.entries()]);
    }),
  );
});

test("anything may be pasted: each line is understood, said or empty", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("1", "0", ",", "%", "\t", "\n", ";", "E", "+", "M", " ") }),
      (text) => {
        const { shares, problems } = parsePastedShares(text, ROWS);
        for (const index of shares.keys()) expect(ROWS[index]).toBeDefined();
        expect(shares.size + problems.length).toBeLessThanOrEqual(text.split("\n").length);
      },
    ),
  );
});
