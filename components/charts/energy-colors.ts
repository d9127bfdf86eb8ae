/** The flows of energy a person meets; each has one colour and one mark on every screen and in print. */
export type EnergyFlow = "production" | "selfConsumed" | "complement" | "surplus" | "withdrawal" | "missing";

export type EnergyMark = {
  readonly label: string;
  /** A CSS colour that follows the scheme and the printer (energy-colors.css). */
  readonly color: string;
  /** How the mark is drawn beside its colour, so that colour is never alone to tell. */
  readonly mark: "line" | "outline" | "fill" | "hatch";
};

export const ENERGY_MARKS: Readonly<Record<EnergyFlow, EnergyMark>> = {
  production: { label: "Production", color: "var(--energy-production)", mark: "line" },
  selfConsumed: { label: "Autoconsommé", color: "var(--energy-self-consumed)", mark: "fill" },
  complement: { label: "Complément", color: "var(--energy-complement)", mark: "fill" },
  surplus: { label: "Surplus", color: "var(--energy-surplus)", mark: "hatch" },
  withdrawal: { label: "Soutirage", color: "var(--energy-withdrawal)", mark: "outline" },
  missing: { label: "Donnée manquante", color: "var(--energy-missing)", mark: "hatch" },
};
