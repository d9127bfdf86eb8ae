import type { ReferentialFile } from "@/lib/formats/referential/referential-reading";
import cae from "../fixtures/scoring/cae.json";

type Row = readonly [
  id: string,
  points: number,
  written?: number | null,
  percent?: number | null,
  category?: string | null,
];

const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  bases: "bases",
  implementation: "mise en œuvre",
  effects: "effets",
};
const MEASURE_PARTS = 3;

/** The rows of the CAE fixture: every id, what it is worth, and what its source writes of that. */
export const CAE_ROWS = cae.nodes as unknown as readonly Row[];

/**
 * A referential of the size and the shape of the CAE, in 68 files of the second generation: one of the whole, one an axis
 * with what groups its measures, one a measure. Titles and texts are made up.
 */
export function caeMarkdown(): readonly ReferentialFile[] {
  const isInFile = (file: string, id: string) =>
    partsOf(id).length < MEASURE_PARTS
      ? partsOf(id)[0] === file
      : partsOf(id).slice(0, MEASURE_PARTS).join(".") === file;
  const tops = CAE_ROWS.filter(([id]) => id !== "" && [1, MEASURE_PARTS].includes(partsOf(id).length));
  return [
    file("cae", nodeLines(["", 500], 1)),
    ...tops.map(([top]) => {
      const rows = CAE_ROWS.filter(([id]) => id !== "" && isInFile(top, id));
      return file(top, nested(rows, rows[0] as Row, 1));
    }),
  ];
}

const partsOf = (id: string) => (id === "" ? [] : id.split("."));

function file(name: string, lines: readonly string[]): ReferentialFile {
  return { name: `cae/${name}.md`, bytes: new TextEncoder().encode(lines.join("\n")) };
}

function nested(rows: readonly Row[], row: Row, level: number): readonly string[] {
  const children = rows.filter(([id]) => partsOf(id).slice(0, -1).join(".") === row[0]);
  return [
    ...nodeLines(row, level),
    ...(children.length > 0 ? [`${"#".repeat(level + 1)} Actions`] : []),
    ...children.flatMap((child) => nested(rows, child, level + 2)),
  ];
}

function nodeLines([id, , points, percent, category]: Row, level: number): readonly string[] {
  const marks = "#".repeat(level);
  return [
    `${marks} Action ${id === "" ? "CAE" : id}`,
    "```yaml",
    `identifiant: ${id === "" ? "cae" : id}`,
    ...(typeof points === "number" ? [`points: ${points}`] : []),
    ...(typeof percent === "number" ? [`pourcentage: ${percent}`] : []),
    ...(category ? [`categorie: ${CATEGORY_WORDS[category]}`] : []),
    "```",
    `${marks}# Description`,
    `Texte de l’action ${id}.`,
    "",
  ];
}
