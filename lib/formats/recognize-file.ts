import { type MeasureFileName, parseMeasureFileName } from "./annex-6/measure-file-name";
import { baseName } from "./base-name";

/** Files the platform knows, whether or not it reads them yet. */
export type KnownFileKind =
  | "load_curve"
  | "energy"
  | "producer_detail"
  | "perimeter"
  | "summary"
  | "annex_2"
  | "annex_5"
  | "sge_history"
  | "r63"
  | "archive";

/** What a file is, from its name and its first bytes. */
export type RecognizedFile =
  /** `name` is null when the content is a curve but the name says nothing: ask whose it is. */
  | { readonly kind: "load_curve"; readonly label: string; readonly name: MeasureFileName | null }
  | { readonly kind: "energy"; readonly label: string; readonly name: MeasureFileName }
  | { readonly kind: Exclude<KnownFileKind, "load_curve" | "energy"> | "unknown"; readonly label: string };

type Rule = {
  readonly kind: Exclude<KnownFileKind, "load_curve" | "energy">;
  /** French, to be shown as "reconnu : …". */
  readonly label: string;
  /** On the base name, without accents. */
  readonly name?: RegExp;
  /** On the first bytes, read as Latin-1, without BOM. */
  readonly content?: RegExp;
};

// In order: the first rule that holds. A new format is a line here, then its reader.
const RULES: readonly Rule[] = [
  { kind: "perimeter", label: "périmètre des participants", name: /^perimetre_participants.*\.csv$/i },
  { kind: "perimeter", label: "périmètre des participants", content: /^pdl\/prm\/padt-p;/i },
  { kind: "annex_2", label: "annexe 2 (périmètre)", name: /^acc\d{8}_\d{8}_annexe ?2.*\.xlsx$/i },
  { kind: "annex_5", label: "annexe 5 (clé de répartition)", name: /^acc\d{8}_\d{1,2}_\d{8}_\d{8}.*\.txt$/i },
  { kind: "annex_5", label: "annexe 5 (clé de répartition)", content: /^horodate;\s*(?:id_?prm|\d{13,14})/i },
  { kind: "summary", label: "classeur de synthèse", name: /^acc\d{8}_\d{8}_\d{8}.*\.xlsx$/i },
  { kind: "producer_detail", label: "détail par consommateur d'un producteur", content: /^"?prm cons"?\s*;/i },
  { kind: "sge_history", label: "historique de courbe SGE", content: /^identifiant prm;type de donn/i },
  { kind: "r63", label: "courbe R63", content: /^\s*[[{].*"(?:idPrm|mesures)"/s },
  { kind: "archive", label: "archive zip", name: /\.zip$/i },
];

const UTF8_BOM = /^\xef\xbb\xbf/;
const CURVE_CONTENT = /^\s*\d{1,2}\/\d{1,2}\/\d{4} +\d{1,2}:\d{2}(?::00)? *;/;

/** How many bytes of a file {@link recognizeFile} looks at. */
export const RECOGNIZED_BYTES = 512;

/**
 * Says what a file is, so that a delivery with other files than curves is not a
 * failed one: "reconnu, pas une courbe".
 *
 * @param path - Name of the file; folders before it are ignored.
 * @param firstBytes - At least its first {@link RECOGNIZED_BYTES} bytes, if there are so many.
 * @returns `label` in French.
 */
export function recognizeFile(path: string, firstBytes: Uint8Array): RecognizedFile {
  const measures = parseMeasureFileName(path);
  if (measures) {
    return measures.kind === "load_curve"
      ? { kind: "load_curve", label: "courbe de charge", name: measures }
      : { kind: "energy", label: "quantités d'énergie", name: measures };
  }
  const name = withoutAccents(baseName(path));
  const start = String.fromCharCode(...firstBytes.subarray(0, RECOGNIZED_BYTES)).replace(UTF8_BOM, "");
  const rule = RULES.find((each) => each.name?.test(name) || each.content?.test(start));
  if (rule) return { kind: rule.kind, label: rule.label };
  if (CURVE_CONTENT.test(start)) return { kind: "load_curve", label: "courbe de charge", name: null };
  return { kind: "unknown", label: "fichier inconnu" };
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{Mark}/gu, "");
}
