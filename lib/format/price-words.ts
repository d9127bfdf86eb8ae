import type { EXCISE_CATEGORIES, NETWORK_OPTIONS } from "@/lib/domain/tariffs/price-choices";
import type { PriceKind } from "@/lib/domain/tariffs/price-entry";
import type { MoneyGap, SavedParts } from "@/lib/domain/tariffs/run-money";

/** What a price is of, as people read it. */
export const PRICE_KIND_WORDS: Readonly<Record<PriceKind, string>> = {
  supply: "Complément (fournisseur)",
  internal: "Énergie partagée (payée au producteur)",
  resale: "Revente du surplus",
  network_ordinary: "Réseau, sans l’option",
  network_shared: "Réseau, option : autoconsommé",
  network_complement: "Réseau, option : complément",
  excise: "Accise",
  excise_shared: "Accise sur l’autoconsommé",
  vat: "TVA",
  fee: "Frais de gestion",
  contract: "Contrat d’un PRM",
  vat_choice: "Compter avec ou sans TVA",
  substation: "Poste de transformation",
};

export const EXCISE_CATEGORY_WORDS: Readonly<Record<(typeof EXCISE_CATEGORIES)[number], string>> = {
  households: "ménages et assimilés (jusqu’à 36 kVA)",
  small_business: "PME (de 36 à 250 kVA)",
  high_power: "haute puissance (plus de 250 kVA)",
};

export const NETWORK_OPTION_WORDS: Readonly<Record<(typeof NETWORK_OPTIONS)[number], string>> = {
  ordinary: "sans l’option",
  shared: "avec l’option autoconsommation collective",
};

/** The parts of a saving, in the order they are listed everywhere. */
export const SAVED_PART_WORDS: Readonly<Record<keyof SavedParts, string>> = {
  supplyCents: "Fourniture évitée",
  internalCents: "Payé aux producteurs",
  networkCents: "Réseau",
  exciseCents: "Accise",
  vatCents: "TVA",
  feeCents: "Frais de gestion",
};

/** What to enter, where it lacks. */
export const MONEY_GAP_WORDS: Readonly<Record<MoneyGap, string>> = {
  supply: "le prix du complément de son contrat",
  internal: "le prix de l’énergie partagée",
  resale: "le prix de revente du surplus",
  network: "le tarif de réseau de sa formule",
  excise: "le tarif de l’accise",
  excise_shared: "l’accise sur l’autoconsommé",
  vat: "les taux de TVA",
  vat_choice: "le choix avec ou sans TVA",
  fee: "les frais de gestion, même nuls",
  contract: "sa formule de réseau et sa catégorie d’accise",
  off_peak_hours: "ses heures creuses, à 4 postes pour une formule CU4 ou MU4",
};
