/** Why each kind of data is held, on what ground and how long: what a participant is told (GDPR, art. 13 to 15). */
export const PERSONAL_DATA_PURPOSES = [
  {
    data: "Identité, adresse, adresse électronique, téléphone",
    purpose: "Tenir la liste des participants, que l’organisateur transmet à Enedis (annexe 2), et leur écrire",
    legalBasis: "Exécution du contrat de participation (RGPD, art. 6.1.b) et code de l’énergie, art. L. 315-2",
    keptFor:
      "Cinq ans après la sortie ou la fin du dernier consentement ; le téléphone et l’adresse électronique partent sur demande dès la sortie",
  },
  {
    data: "PRM, contrats, compteur et description du site",
    purpose: "Rattacher le site à l’opération et vérifier qu’il y est admis",
    legalBasis: "Exécution du contrat de participation (RGPD, art. 6.1.b)",
    keptFor: "Cinq ans après la sortie ou la fin du dernier consentement",
  },
  {
    data: "Courbes de charge et parts d’énergie",
    purpose: "Répartir la production de l’opération (convention, annexe 7)",
    legalBasis: "Consentement à la collecte (RGPD, art. 6.1.a ; convention, annexe 4)",
    keptFor:
      "Cinq ans après la sortie ou la fin du dernier consentement ; les totaux des périodes calculées restent ensuite sans nom",
  },
  {
    data: "Prix, contrat de fourniture, choix de TVA et montants calculés",
    purpose: "Dire ce que l’opération fait économiser et ce qu’elle rapporte",
    legalBasis: "Exécution du contrat de participation (RGPD, art. 6.1.b)",
    keptFor: "Cinq ans après la sortie ou la fin du dernier consentement ; les montants restent ensuite sans nom",
  },
  {
    data: "Consentements et leurs documents",
    purpose: "Prouver l’accord à Enedis dans les dix jours ouvrés (convention, art. 3.2)",
    legalBasis: "Obligation légale et preuve (RGPD, art. 6.1.c ; code civil, art. 2224)",
    keptFor: "Cinq ans après la fin de leur validité",
  },
  {
    data: "Réclamations, réponses et documents joints",
    purpose: "Répondre, et transmettre à Enedis ce qui le concerne (convention, art. 5.1.5)",
    legalBasis: "Exécution du contrat de participation (RGPD, art. 6.1.b) et preuve (code civil, art. 2224)",
    keptFor: "Cinq ans après la sortie ou la fin du dernier consentement",
  },
] as const;
