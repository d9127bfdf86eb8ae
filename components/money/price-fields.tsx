"use client";

import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { CheckedField } from "@/components/registry/checked-field";
import type { ErrorOf } from "@/components/registry/registry-form";
import { EXCISE_CATEGORIES, NETWORK_FORMULAS, NETWORK_OPTIONS } from "@/lib/domain/tariffs/price-choices";
import type { PriceKind } from "@/lib/domain/tariffs/price-entry";
import { EXCISE_CATEGORY_WORDS, NETWORK_OPTION_WORDS } from "@/lib/format/price-words";
import { loadEurosRule, loadPercentRule, loadPeriodPricesRule, loadPriceRule } from "./price-rules";

type Option = { readonly value: string; readonly label: string };

/** Who may have a price of his own. */
export type PriceSubjects = {
  readonly consumers: readonly Option[];
  readonly producers: readonly Option[];
  readonly participants: readonly Option[];
};

type PriceFieldsProps = { kind: PriceKind; subjects: PriceSubjects; errorOf: ErrorOf };

const EVERYBODY: Option = { value: "", label: "Toute l’opération" };
const CATEGORIES = EXCISE_CATEGORIES.map((value) => ({ value, label: EXCISE_CATEGORY_WORDS[value] }));
const FORMULAS = NETWORK_FORMULAS.map((value) => ({ value, label: value }));
const VAT_CHOICES = [
  { value: "1", label: "Avec TVA : le participant ne la récupère pas" },
  { value: "0", label: "Sans TVA : le participant la récupère" },
];
const SUBSTATION_CHOICES = [
  { value: "1", label: "Tous les points sont derrière le même poste" },
  { value: "0", label: "Non, ou pas tous" },
];

/** The fields of one kind of price: for whom, then how much. */
export function PriceFields({ kind, subjects, errorOf }: PriceFieldsProps): ReactNode {
  const select = (name: string, label: string, options: readonly Option[], description?: string) => (
    <NativeSelect
      key={name}
      name={name}
      label={label}
      data={[...options]}
      description={description}
      error={errorOf(name)}
      maw={480}
    />
  );
  const price = (
    <CheckedField
      key="price"
      name="price"
      loadRule={loadPriceRule}
      label="Prix hors taxes (c€/kWh)"
      description="Par exemple 9,5 ; 0 pour une énergie donnée."
      error={errorOf("price")}
      inputMode="decimal"
      required
    />
  );
  const prices = (
    <CheckedField
      key="prices"
      name="prices"
      loadRule={loadPeriodPricesRule}
      label="Prix hors taxes (c€/kWh)"
      description="Un seul pour toutes les heures, « 20,5 », ou un par poste : « HP 21,5 ; HC 16,2 »."
      error={errorOf("prices")}
      required
    />
  );
  switch (kind) {
    case "supply":
      return [
        select(
          "subject",
          "PRM",
          [EVERYBODY, ...subjects.consumers],
          "Le prix de l’énergie seule : sans l’acheminement ni les taxes.",
        ),
        prices,
      ];
    case "internal":
      return [
        select("subject", "Payé par", [EVERYBODY, ...subjects.participants, ...subjects.consumers]),
        select(
          "producerPrm",
          "Au producteur",
          [{ value: "", label: "Tous" }, ...subjects.producers],
          "À choisir pour le prix d’un seul PRM consommateur.",
        ),
        price,
      ];
    case "resale":
      return [
        select("subject", "Producteur", [
          EVERYBODY,
          ...subjects.producers.map(({ value, label }) => ({ value: `prm:${value}`, label })),
        ]),
        price,
      ];
    case "network_ordinary":
    case "network_shared":
    case "network_complement":
      return [select("code", "Formule de réseau", FORMULAS), prices];
    case "excise":
      return [select("code", "Catégorie", CATEGORIES), price];
    case "excise_shared":
      return [select("code", "Catégorie", [{ value: "", label: "toutes" }, ...CATEGORIES]), price];
    case "vat":
      return [
        <CheckedField
          key="vatSupply"
          name="vatSupply"
          loadRule={loadPercentRule}
          label="Fourniture, réseau et accise (%)"
          error={errorOf("vatSupply")}
          inputMode="decimal"
          required
        />,
        <CheckedField
          key="vatInternal"
          name="vatInternal"
          loadRule={loadPercentRule}
          label="Énergie partagée (%)"
          description="0 quand le producteur n’est pas assujetti."
          error={errorOf("vatInternal")}
          inputMode="decimal"
          required
        />,
        <CheckedField
          key="vatFee"
          name="vatFee"
          loadRule={loadPercentRule}
          label="Frais de gestion (%)"
          error={errorOf("vatFee")}
          inputMode="decimal"
          required
        />,
      ];
    case "fee":
      return [
        <CheckedField
          key="feeEnergy"
          name="feeEnergy"
          loadRule={loadPriceRule}
          label="Par kWh autoconsommé (c€/kWh)"
          error={errorOf("feeEnergy")}
          inputMode="decimal"
          required
        />,
        <CheckedField
          key="feePeriod"
          name="feePeriod"
          loadRule={loadEurosRule}
          label="Par PRM et par période (€)"
          description="0 s’il n’y en a pas."
          error={errorOf("feePeriod")}
          inputMode="decimal"
          required
        />,
      ];
    case "contract":
      return [
        select("subject", "PRM", [EVERYBODY, ...subjects.consumers]),
        select("formula", "Formule de réseau", FORMULAS, "Sur la facture : « formule tarifaire d’acheminement »."),
        select(
          "option",
          "Option de réseau",
          NETWORK_OPTIONS.map((value) => ({ value, label: NETWORK_OPTION_WORDS[value] })),
        ),
        select("excise", "Catégorie d’accise", CATEGORIES),
      ];
    case "vat_choice":
      return [
        select("subject", "Participant", [EVERYBODY, ...subjects.participants]),
        select(
          "included",
          "Compter",
          VAT_CHOICES,
          "Une commune ne récupère pas la TVA de l’énergie : le FCTVA ne la couvre pas. Une entreprise la récupère le plus souvent.",
        ),
      ];
    case "substation":
      return select(
        "single",
        "Poste de transformation",
        SUBSTATION_CHOICES,
        "Le gestionnaire de réseau le dit. C’est la condition de l’option de réseau.",
      );
  }
}
