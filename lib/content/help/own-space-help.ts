import type { HelpRoom } from "./help-topic";

/** What a participant sees of himself. */
export const OWN_SPACE_HELP: HelpRoom = {
  slug: "mon-espace",
  title: "Mon espace",
  lead: "Pour un participant : ses compteurs, ce qui vient de l’opération, ses papiers.",
  topics: [
    {
      anchor: "espaces",
      routes: ["/mon-espace"],
      title: "Choisir son espace",
      purpose: "Si vous participez à plusieurs opérations, ou pour plusieurs personnes, choisissez ici.",
      first: ["Touchez le nom de l’opération."],
      next: "Avec une seule participation, vous arrivez directement dans votre espace.",
    },
    {
      anchor: "mon-espace",
      routes: ["/mon-espace/[participant]"],
      title: "Mon espace",
      purpose:
        "Ce que vos compteurs ont consommé ou produit chaque mois, ce qui est venu de l’opération et de quelle toiture, ce que facture votre fournisseur.",
      first: [
        "Lisez le dernier mois calculé ; « Mois précédent » remonte le temps.",
        "Ouvrez « Les chiffres de chaque jour » sous un graphique pour les lire ou les copier.",
        "Regardez votre part de la production, celle d’aujourd’hui et celle qui est annoncée.",
      ],
      next: "Ces chiffres sont ceux de vos jours et de vos compteurs, d’après les calculs enregistrés. Un mois provisoire peut encore être corrigé. Personne d’autre que vous et l’organisateur ne les lit.",
      terms: ["complement", "surplus", "cle-statique", "cle-dynamique"],
      keys: ["table"],
    },
  ],
};
