import type { AnnouncementFailure } from "@/lib/domain/coefficients/announcement-failure";
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

/** Why somebody was not reached, and what to do. */
export const ANNOUNCEMENT_FAILURES: Readonly<Record<AnnouncementFailure, string>> = {
  RECIPIENT_REFUSED: "Adresse refusée par le serveur : corrigez-la sur la fiche du participant, ou remettez la lettre.",
  RECIPIENT_DELAYED: "Le serveur du destinataire demande d’attendre : l’envoi est réessayé.",
  MESSAGE_REFUSED: "Message refusé par le serveur : remettez la lettre.",
  MAIL_UNREACHABLE: "Serveur de messagerie injoignable.",
  MAIL_CREDENTIALS: "Le serveur de messagerie refuse l’identifiant ou le mot de passe de Prorata.",
  MAIL_SENDER_REFUSED: "Le serveur de messagerie refuse l’adresse d’expédition de Prorata.",
  MAIL_ENCRYPTION: "Le serveur de messagerie n’offre pas le chiffrement demandé, ou son certificat n’est pas reconnu.",
  MAIL_OFF: "La messagerie n’est plus réglée : remettez la lettre.",
  NO_ADDRESS: "Plus d’adresse électronique : remettez la lettre.",
  INTERRUPTED: "Envoi interrompu.",
  WITHDRAWN: "Version reprise avant l’envoi.",
};
