import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";
import { type MeasureFileName, parseMeasureFileName } from "./annex-6/measure-file-name";
import { type ProducerDetailFileName, parseProducerDetailFileName } from "./annex-6/producer-detail-file-name";
import { areSummarySheets } from "./annex-6/summary/find-summary-sheets";
import { parseSummaryFileName, type SummaryFileName } from "./annex-6/summary/summary-file-name";
import { baseName } from "./base-name";
import type { FileProblem } from "./file-problem";
import { typesetFrench } from "./typeset-french";
import { plainKey } from "./workbook/plain-key";
import { surveyWorkbook, type WorkbookSurvey } from "./workbook/survey-workbook";
import { macrosIgnored, macrosRefused } from "./workbook/workbook-messages";

/** Files the platform knows, whether or not it reads them yet, as they are called: "reconnu : …". */
export const FILE_KIND_LABELS = {
  load_curve: "courbe de charge",
  energy: "quantités d'énergie",
  producer_detail: "détail par consommateur d'un producteur",
  perimeter: "périmètre des participants",
  summary: "classeur de synthèse",
  annex_2: "annexe 2 (périmètre)",
  annex_5: "annexe 5 (clé de répartition)",
  sge_history: "historique de courbe SGE",
  r63: "courbe R63",
  dso_energy: "énergies définitives (interface du gestionnaire)",
  archive: "archive zip",
} as const;

export type KnownFileKind = keyof typeof FILE_KIND_LABELS;

type NamedKind = "load_curve" | "energy" | "producer_detail" | "summary";

/** What a file is, from its name and its content. */
export type RecognizedFile = {
  readonly label: string;
  /** Why its reader will not take it as it is (an error), or what it leaves aside (a warning). */
  readonly problem?: FileProblem;
} & (
  | {
      readonly kind: "load_curve" | "energy";
      /** Null when the name says nothing: ask whose it is, and of which days. */
      readonly name: MeasureFileName | null;
    }
  | { readonly kind: "producer_detail"; readonly name: ProducerDetailFileName | null }
  | { readonly kind: "summary"; readonly name: SummaryFileName | null }
  | { readonly kind: Exclude<KnownFileKind, NamedKind> | "unknown" }
);

type Rule = {
  readonly kind: KnownFileKind;
  /** On the base name, without accents. */
  readonly name?: RegExp;
  /** On the first bytes, read as Latin-1, without BOM. */
  readonly content?: RegExp;
};

// In order: the first rule that holds. A new format is a line here, then its reader.
const RULES: readonly Rule[] = [
  { kind: "perimeter", name: /^perimetre_participants.*\.csv$/i },
  { kind: "perimeter", content: /^pdl\/prm\/padt-p;/i },
  { kind: "annex_2", name: /^acc\d{8}_\d{8}_annexe[ _]?2.*\.xls[xmb]?$/i },
  { kind: "annex_5", name: /^acc\d{8}_\d{1,2}_\d{8}_\d{8}.*\.txt$/i },
  { kind: "annex_5", content: /^horodate;\s*(?:id_?prm|\d{13,14})/i },
  { kind: "summary", name: /^acc\d{8}_\d{8}_\d{8}.*\.xls[xmb]?$/i },
  { kind: "producer_detail", content: /^"?prm cons"?\s*;/i },
  { kind: "sge_history", content: /^identifiant prm;type de donn/i },
  { kind: "dso_energy", name: /^definitive_active_energy.*\.json$/i },
  { kind: "dso_energy", content: /^\s*\{.*"(?:cons_id|prod_id|calendar_type)"/s },
  { kind: "r63", content: /^\s*[[{].*"(?:idPrm|mesures)"/s },
  { kind: "archive", name: /\.zip$/i },
  { kind: "load_curve", content: /^\s*\d{1,2}\/\d{1,2}\/\d{4} +\d{1,2}:\d{2}(?::00)? *;/ },
];

const UTF8_BOM = /^\xef\xbb\xbf/;
const ENERGY_CONTENT = /^\s*"?([A-Za-z][^;\r\n]{0,39}?)"?\s*;\s*"?\d[\d\s]*(?:[.,]\d+)?"?\s*(?:;\s*)?(?:[\r\n]|$)/;
const START_BYTES = 512;

/**
 * Says what a file is, so that a delivery with other files than curves is not a
 * failed one: "reconnu, pas une courbe".
 *
 * The sheets of a workbook say more than its name; otherwise the name comes first, then the content.
 *
 * @param path - Name of the file; folders before it are ignored.
 * @param bytes - The whole file. Of a text only the start is looked at, of a workbook the list of its sheets.
 * @param as - What a person says it is, against what it looks like: the name is then read as that kind's.
 * @returns `label` in French.
 */
export function recognizeFile(path: string, bytes: Uint8Array, as?: KnownFileKind): RecognizedFile {
  const isArchive = as === undefined ? /\.zip$/i.test(baseName(path)) : as === "archive";
  const book = isArchive ? null : surveyWorkbook(bytes);
  const kind = as ?? kindOf(path, bytes, book);
  const problem = problemOf(kind, path, book);
  return { ...describe(kind, path), ...(problem && { problem }) };
}

function describe(kind: KnownFileKind | "unknown", path: string): RecognizedFile {
  if (kind === "unknown") return { kind, label: "fichier inconnu" };
  const label = FILE_KIND_LABELS[kind];
  switch (kind) {
    case "load_curve":
    case "energy":
      return { kind, label, name: parseMeasureFileName(path) };
    case "producer_detail":
      return { kind, label, name: parseProducerDetailFileName(path) };
    case "summary":
      return { kind, label, name: parseSummaryFileName(path) };
    default:
      return { kind, label };
  }
}

function kindOf(path: string, bytes: Uint8Array, book: WorkbookSurvey | null): KnownFileKind | "unknown" {
  const named = parseMeasureFileName(path) ?? kindOfSheets(book?.sheetNames ?? []);
  if (named) return named.kind;
  const name = baseName(path)
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
  const start = String.fromCharCode(...bytes.subarray(0, START_BYTES)).replace(UTF8_BOM, "");
  const rule = RULES.find((each) => each.name?.test(name) || each.content?.test(start));
  if (rule) return rule.kind;
  const [, label] = ENERGY_CONTENT.exec(start) ?? [];
  return label && parseTariffPeriod(label) ? "energy" : "unknown";
}

function kindOfSheets(names: readonly string[]): { readonly kind: "annex_2" | "summary" } | null {
  const keys = names.map(plainKey);
  const has = (pattern: RegExp) => keys.some((key) => pattern.test(key));
  if (has(/^consommateurs?/) && has(/^producteurs?/) && has(/repartition|^modalites?/)) return { kind: "annex_2" };
  return areSummarySheets(names) ? { kind: "summary" } : null;
}

// Macros are left aside by our readers; the DSO takes no annexe 2 that has some.
function problemOf(kind: KnownFileKind | "unknown", path: string, book: WorkbookSurvey | null): FileProblem | null {
  if (book?.refusal) return tell("error", book.refusal);
  if (kind !== "annex_2" && kind !== "summary") return null;
  if (!(book?.hasMacros || /\.xlsm$/i.test(baseName(path)))) return null;
  return kind === "annex_2"
    ? tell("error", { code: "WORKBOOK_MACROS", message: macrosRefused() })
    : tell("warning", { code: "MACROS_IGNORED", message: macrosIgnored() });
}

function tell(
  severity: FileProblem["severity"],
  { code, message }: { readonly code: string; readonly message: string },
): FileProblem {
  return { severity, code, message: typesetFrench(message) };
}
