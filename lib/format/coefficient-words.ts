import type { KeyState } from "@/lib/domain/coefficients/key-state";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { TableStatus } from "./table-cells";

/** Kinds of coefficients, as the convention calls them. */
export const KEY_KINDS: Readonly<Record<CoefficientKind, string>> = {
  static: "statique",
  dynamic_simple: "dynamique simple",
  dynamic_full: "full dynamique",
  default: "par défaut (au prorata des consommations)",
};

/** What each kind does, in one sentence. */
export const KEY_KIND_MEANINGS: Readonly<Record<CoefficientKind, string>> = {
  static: "Une part fixe pour chaque consommateur, la même à toute heure.",
  dynamic_simple:
    "Une part pour chaque consommateur à chaque pas de temps, que vous notifiez chaque mois au gestionnaire.",
  dynamic_full:
    "Une part pour chaque consommateur et chaque producteur à chaque pas de temps, notifiée chaque mois par l’interface du gestionnaire.",
  default: "Le gestionnaire partage la production à chaque pas de temps au prorata des consommations.",
};

export const KEY_STATES: Readonly<Record<KeyState, TableStatus>> = {
  draft: { text: "brouillon", tone: "neutral" },
  announced: { text: "annoncée", tone: "info" },
  sent: { text: "envoyée", tone: "info" },
  in_force: { text: "en vigueur", tone: "success" },
  superseded: { text: "remplacée", tone: "neutral" },
  given_up: { text: "abandonnée", tone: "neutral" },
};
