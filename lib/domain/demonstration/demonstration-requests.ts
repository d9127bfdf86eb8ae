import { civilDate } from "@/lib/domain/time/civil-date";

/**
 * What the demonstration's organiser asked of the DSO, in the order it was sent: a site that leaves for works, accepted for a
 * day far away; another kind of coefficients, which the DSO found fault with; new shares, which wait for an answer.
 */
export const DEMONSTRATION_REQUESTS = {
  leaving: {
    sentDay: civilDate("2026-11-02"),
    acceptedDay: civilDate("2026-11-06"),
    wantedDay: civilDate("2028-09-01"),
    prm: "99000000000795",
    reason: "Fermeture du centre culturel pour travaux, délibération du 15 octobre 2026.",
  },
  dynamic: {
    sentDay: civilDate("2026-11-12"),
    anomalyDay: civilDate("2026-11-17"),
    wantedDay: civilDate("2027-02-01"),
    prm: "99000000000683",
    problem:
      "La courbe de ce point n’a pas été collectée du 12 au 21 octobre : vérifiez le compteur avant de renvoyer.",
    reason: "Suivre chaque mois les consommations réelles des bâtiments.",
  },
  shares: {
    sentDay: civilDate("2026-11-19"),
    wantedDay: civilDate("2027-01-01"),
    /** Two sites that change places a little. [ppm] */
    given: { from: "99000000000134", to: "99000000000683", ppm: 20_000 },
    reason: "La halle des sports consomme davantage depuis son agrandissement.",
  },
} as const;
