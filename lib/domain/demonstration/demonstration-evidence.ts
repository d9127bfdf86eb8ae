import { civilDate } from "@/lib/domain/time/civil-date";

/** What the demonstration commune joined: a deliberation that is made up, and a page anybody may open. */
export const DEMONSTRATION_DELIBERATION = {
  nodes: ["cae_3.1.1.5.2"],
  fileName: "deliberation_autoconsommation_collective.pdf",
  title: "Délibération sur l’autoconsommation collective",
  day: civilDate("2025-09-04"),
  note: "Le conseil crée l’opération et choisit sa clé de répartition.",
  paragraphs: [
    "Document fictif, fourni avec la démonstration de Prorata.",
    "Le conseil municipal, après en avoir délibéré, décide de créer une opération d’autoconsommation collective autour de la toiture photovoltaïque communale, au bénéfice des bâtiments communaux.",
    "La commune en est la personne morale organisatrice. La répartition de l’énergie, le taux d’autoconsommation et le taux d’autoproduction sont présentés au conseil chaque année.",
  ],
} as const;

export const DEMONSTRATION_LINK = {
  nodes: ["cae_3.1.1.1.2"],
  title: "Données locales de consommation et de production",
  url: "https://data.enedis.fr",
  day: null,
  note: "Consommations et productions annuelles par commune, publiées par le gestionnaire de réseau.",
} as const;
