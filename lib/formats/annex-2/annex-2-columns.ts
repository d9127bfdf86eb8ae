import { plainKey } from "@/lib/formats/workbook/plain-key";
import type { SheetColumn, SheetLayout } from "@/lib/formats/workbook/sheet-table";

/** What a column of an annexe 2 holds. */
export type Annex2Field =
  | "name"
  | "legalId"
  | "address"
  | "email"
  | "injectionContract"
  | "prm"
  | "peakPower"
  | "coefficient";

/** A column, its header as the DSO prints it. */
export type Annex2Column = SheetColumn<Annex2Field>;

/** Sheets in the DSO's order, after "LISEZ-MOI". */
export const SHEET_NAMES = {
  guide: "LISEZ-MOI",
  consumers: "Consommateurs",
  producers: "Producteurs",
  kind: "Type de répartition",
} as const;

/**
 * Columns of the sheet "Consommateurs", in order.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export const CONSUMER_COLUMNS: readonly Annex2Column[] = [
  { field: "name", header: "Identité ou raison sociale du Consommateur", label: "Identité" },
  { field: "legalId", header: "Numéro de SIRET ou RNA", label: "SIRET ou RNA" },
  { field: "address", header: "Adresse du titulaire", label: "Adresse" },
  { field: "prm", header: "Numéro de PRM", label: "PRM" },
  {
    field: "coefficient",
    header:
      "Coefficients statiques de Répartition de la production autoconsommée entre chaque Consommateur (valeur en %)",
    label: "Coefficient statique",
  },
];

/**
 * Columns of the sheet "Producteurs", in order.
 *
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export const PRODUCER_COLUMNS: readonly Annex2Column[] = [
  {
    field: "name",
    header: "Identité ou raison sociale du Producteur titulaire du contrat d'accès au réseau",
    label: "Identité",
  },
  { field: "legalId", header: "Numéro de SIRET ou RNA du Producteur", label: "SIRET ou RNA" },
  { field: "address", header: "Adresse du titulaire", label: "Adresse" },
  { field: "email", header: "Mail du titulaire", label: "Mail" },
  {
    field: "injectionContract",
    header: "Référence du contrat d'accès au réseau en injection",
    label: "Contrat d'injection",
  },
  { field: "prm", header: "Numéro de PRM", label: "PRM" },
  {
    field: "peakPower",
    header: "Puissance de l'installation (puissance crête pour le photovoltaïque)",
    label: "Puissance",
  },
];

// In order, the first that holds: "Identité … titulaire du contrat" is a name, "Adresse mail" an e-mail.
const MEANINGS: readonly (readonly [RegExp, Annex2Field])[] = [
  [/identite|raisonsociale|^nom/, "name"],
  [/siret|rna/, "legalId"],
  [/mail|courriel/, "email"],
  [/adresse/, "address"],
  [/coefficient/, "coefficient"],
  [/contrat/, "injectionContract"],
  [/prm|pdl|pointdelivraison|pointreference/, "prm"],
  [/puissance/, "peakPower"],
];

// Whatever its accents, case, spaces, line breaks.
function fieldOfHeader(header: string): Annex2Field | null {
  const key = plainKey(header);
  return MEANINGS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** How the headers of a sheet with these columns are understood. */
export function annex2Layout(columns: readonly Annex2Column[]): SheetLayout<Annex2Field> {
  return {
    fieldOf: fieldOfHeader,
    columnOf: (field) => columns.find((column) => column.field === field) ?? null,
    expected: columns,
    // Only a static key needs its column: told once the kind is known.
    required: columns.filter(({ field }) => field !== "coefficient"),
  };
}
