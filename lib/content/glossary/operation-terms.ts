import type { GlossaryEntry } from "./glossary-entry";

/** Who takes part, and on what terms. */
export const OPERATION_TERMS = {
  operation: {
    term: "Opération",
    plain:
      "Un ou plusieurs producteurs et un ou plusieurs consommateurs voisins qui se partagent une production locale d’électricité. Enedis lui donne un numéro : ACC suivi de huit chiffres.",
    legal: "opération d’autoconsommation collective",
    source: "code de l’énergie, art. L.315-2",
    see: ["pmo", "participant", "perimetre"],
  },
  pmo: {
    term: "PMO, personne morale organisatrice",
    plain:
      "La personne morale qui réunit les participants, choisit la clé de répartition et signe la convention avec Enedis. Ici, la commune ou sa collectivité.",
    source: "convention, art. 9",
    see: ["convention", "participant"],
  },
  grd: {
    term: "Gestionnaire de réseau",
    plain:
      "Celui qui exploite le réseau public de distribution : Enedis. Il mesure les consommations et les productions, et fait le partage officiel.",
    legal: "GRD, gestionnaire de réseau de distribution",
    source: "convention, art. 9",
    see: ["convention"],
  },
  convention: {
    term: "Convention",
    plain:
      "Le contrat entre la personne morale organisatrice et Enedis. Il fixe les règles du partage, les délais et les fichiers échangés.",
    source: "convention, art. 8",
    see: ["annexe-2", "annexe-5", "annexe-6"],
  },
  participant: {
    term: "Participant",
    plain:
      "Une personne ou un organisme qui a accepté de prendre part à l’opération, avec un ou plusieurs points de mesure (PRM).",
    source: "convention, art. 9",
    see: ["prm", "consommateur", "producteur", "consentement"],
  },
  prm: {
    term: "PRM, point de mesure",
    plain:
      "Le numéro à 14 chiffres du compteur, écrit sur la facture d’électricité. C’est entre les PRM que l’énergie se partage.",
    legal: "point référence mesure",
    source: "convention, art. 9",
    see: ["perimetre", "courbe-de-charge"],
  },
  consommateur: {
    term: "Consommateur",
    plain: "Un participant dont un PRM prend de l’électricité au réseau et reçoit une part de la production.",
    source: "convention, art. 9",
    see: ["soutirage", "autoconsomme", "complement"],
  },
  producteur: {
    term: "Producteur",
    plain: "Un participant dont un PRM injecte de l’électricité dans le réseau : un toit photovoltaïque, par exemple.",
    source: "convention, art. 9",
    see: ["production", "autoproduit", "surplus"],
  },
  stockage: {
    term: "Stockage",
    plain:
      "Une batterie : consommatrice quand elle se charge, productrice quand elle se décharge. Elle est donc deux fois dans le périmètre.",
    source: "code de l’énergie, art. D.315-5",
    see: ["consommateur", "producteur"],
  },
  perimetre: {
    term: "Périmètre",
    plain:
      "Les PRM qui comptent dans l’opération, chacun du jour de son entrée au jour de sa sortie. Un PRM n’est que dans une opération à la fois.",
    source: "convention, art. 3",
    see: ["rattachement", "annexe-2"],
  },
  rattachement: {
    term: "Rattachement",
    plain:
      "Les jours où un PRM compte : du premier au dernier. Une entrée ou une sortie se demande à Enedis au moins 15 jours ouvrés avant.",
    source: "convention, art. 3.2",
    see: ["perimetre", "jour-ouvre"],
  },
  consentement: {
    term: "Consentement",
    plain:
      "Ce que chaque participant signe avant son entrée : son accord pour participer, et l’autorisation de relever et de transmettre sa courbe de charge.",
    legal: "accord de participation et autorisation (annexe 4)",
    source: "convention, art. 3.1, 5.1.1 et 5.1.4",
    see: ["participant", "courbe-de-charge"],
  },
  eligibilite: {
    term: "Éligibilité",
    plain:
      "Les conditions que l’opération doit tenir : distance entre les deux points les plus éloignés, puissance totale des producteurs, au moins un producteur et un consommateur.",
    source: "code de l’énergie, art. L.315-2 ; arrêté du 21 novembre 2019",
    see: ["perimetre"],
  },
  "annexe-2": {
    term: "Annexe 2",
    plain: "Le classeur par lequel le périmètre et les coefficients statiques sont envoyés à Enedis.",
    source: "convention, art. 11.2",
    see: ["perimetre", "cle-statique"],
  },
  "annexe-5": {
    term: "Annexe 5",
    plain: "Le fichier des coefficients d’une clé dynamique, pas de temps par pas de temps, pour une période finie.",
    source: "convention, art. 11.5",
    see: ["cle-dynamique", "cle-du-mois"],
  },
  "annexe-6": {
    term: "Annexe 6",
    plain: "Les fichiers qu’Enedis publie après chaque période : courbes, énergies, liste des PRM, synthèse.",
    source: "convention, art. 11.6",
    see: ["courbe-de-charge", "periode"],
  },
  "locataire-hlm": {
    term: "Locataire HLM",
    plain:
      "Dans l’opération d’un organisme HLM, un locataire informé participe, sauf s’il s’y oppose. Il autorise toujours le relevé de sa courbe de charge.",
    source: "code de l’énergie, art. L.315-2-1 ; convention, art. 3.2.2.2",
    see: ["consentement"],
  },
} as const satisfies Record<string, GlossaryEntry>;
