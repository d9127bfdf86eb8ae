import { parseTariffPeriod } from "@/lib/domain/tariffs/parse-tariff-period";
import type { TariffPeriod } from "@/lib/domain/tariffs/tariff-period";
import { plainKey } from "@/lib/formats/workbook/plain-key";
import type { SheetColumn, SheetLayout } from "@/lib/formats/workbook/sheet-table";

// The convention says what the sheets hold, not their headers: these are ours, in its words [I].

/** What a column of the sheet of the producers holds. */
export type ProducerField = "identifier" | "contract" | "name" | "injection" | "selfProduced" | "surplus";

/** An energy of a consumer. */
export type ConsumerQuantity = "withdrawal" | "selfConsumed" | "complement";

/** What a column of the sheet of the consumers holds: an energy of one tariff period has a column of its own, or a row. */
export type ConsumerField = "identifier" | "name" | "period" | ConsumerQuantity | `${ConsumerQuantity}/${TariffPeriod}`;

export const CONSUMER_QUANTITIES = ["withdrawal", "selfConsumed", "complement"] as const;

/** Columns that we write in the sheet of the producers. */
export const PRODUCER_COLUMNS: readonly SheetColumn<ProducerField>[] = [
  { field: "identifier", header: "PRM producteur", label: "PRM" },
  { field: "injection", header: "Production injectée sur le RPD (kWh)", label: "Production" },
  { field: "selfProduced", header: "Électricité autoproduite (kWh)", label: "Autoproduit" },
  { field: "surplus", header: "Surplus collectif (kWh)", label: "Surplus" },
];

/** Columns that we write in the sheet of the consumers. */
export const CONSUMER_COLUMNS: readonly SheetColumn<ConsumerField>[] = [
  { field: "identifier", header: "PRM consommateur", label: "PRM" },
  { field: "period", header: "Poste horaire", label: "Poste" },
  { field: "withdrawal", header: "Consommation (kWh)", label: "Consommation" },
  { field: "selfConsumed", header: "Électricité autoconsommée (kWh)", label: "Autoconsommé" },
  { field: "complement", header: "Électricité de complément (kWh)", label: "Complément" },
];

const IDENTIFIER = /prm|pdl|padt|pointdelivraison|identifiant/;
const NAME = /identite|raisonsociale|^nom|titulaire|adresse|^consommateur$|^producteur$/;

// In order, the first that holds: "autoconsommation" is no "consommation".
const PRODUCER_MEANINGS: readonly (readonly [RegExp, ProducerField])[] = [
  [IDENTIFIER, "identifier"],
  [/contrat/, "contract"],
  [/surplus/, "surplus"],
  [/autoprod|autoconso/, "selfProduced"],
  [/production|inject/, "injection"],
  [NAME, "name"],
];
const QUANTITY_MEANINGS: readonly (readonly [RegExp, ConsumerQuantity])[] = [
  [/autoconso|autoprod/, "selfConsumed"],
  [/complement|alloprod/, "complement"],
  [/soutirage|conso(?!mmateur)/, "withdrawal"],
];
const UNIT = /\(?\s*\b[km]?wh\b\s*\)?/gi;
const QUANTITY_WORDS =
  /autoconso\p{L}*|autoprod\p{L}*|complément|complement|alloprod\p{L}*|soutirage|conso\p{L}*|électricité|electricite|énergie|energie|quantité|quantite|totale?|part(?!\p{L})|(?<!\p{L})(?:de|en|par)(?!\p{L})/giu;

/** How the headers of the sheet of the producers are understood. */
export const PRODUCER_LAYOUT: SheetLayout<ProducerField> = {
  fieldOf: (header) => {
    const key = plainKey(header);
    return PRODUCER_MEANINGS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
  },
  columnOf: (field) =>
    PRODUCER_COLUMNS.find((column) => column.field === field) ?? { field, header: field, label: "Identité" },
  expected: PRODUCER_COLUMNS,
  // The reference of a contract may stand in for a PRM: told row by row.
  required: PRODUCER_COLUMNS.filter(({ field }) => field !== "identifier"),
};

/** How the headers of the sheet of the consumers are understood. */
export const CONSUMER_LAYOUT: SheetLayout<ConsumerField> = {
  fieldOf: consumerFieldOf,
  columnOf: consumerColumnOf,
  expected: CONSUMER_COLUMNS,
  // An energy may have one column, or one a period: told once the table is read.
  required: CONSUMER_COLUMNS.filter(({ field }) => field === "identifier"),
};

function consumerFieldOf(header: string): ConsumerField | null {
  const key = plainKey(header);
  if (IDENTIFIER.test(key)) return "identifier";
  const quantity = QUANTITY_MEANINGS.find(([pattern]) => pattern.test(key))?.[1];
  if (quantity) {
    const period = parseTariffPeriod(header.normalize("NFC").replace(UNIT, " ").replace(QUANTITY_WORDS, " "));
    return period ? `${quantity}/${period}` : quantity;
  }
  if (/poste|periode/.test(key)) return "period";
  return NAME.test(key) ? "name" : null;
}

function consumerColumnOf(field: ConsumerField): SheetColumn<ConsumerField> {
  const [base, period] = field.split("/");
  const column = CONSUMER_COLUMNS.find((each) => each.field === base);
  if (!column) return { field, header: field, label: "Identité" };
  return period ? { ...column, field, label: `${column.label} ${period}` } : column;
}
