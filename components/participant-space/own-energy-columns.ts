import type { TableColumn } from "@/lib/format/table-cells";

/** What he drew, or what his roof gave. */
export type OwnSide = "consumption" | "production";

const ENERGY = { kind: "energyWh", sum: true } as const;

/** What he drew or fed, and where it came from or went: `energyWh`, of which `sharedWh`, the rest `restWh`. [Wh] */
export function ownEnergyColumns(side: OwnSide): readonly TableColumn[] {
  const [whole, shared, rest] =
    side === "consumption" ? ["Consommé", "De l’opération", "Du fournisseur"] : ["Produit", "Partagé", "Surplus"];
  return [
    { ...ENERGY, key: "energyWh", label: whole },
    { ...ENERGY, key: "sharedWh", label: shared },
    { ...ENERGY, key: "restWh", label: rest, differenceOf: ["energyWh", "sharedWh"] },
  ];
}
