const MAIL_FAILURES: Readonly<Record<string, string>> = {
  RECIPIENT_REFUSED: "Le serveur refuse l’adresse du destinataire. Vérifiez-la, ou remettez un lien vous-même.",
  RECIPIENT_DELAYED: "Le serveur du destinataire demande d’attendre. Réessayez dans une heure.",
  MESSAGE_REFUSED: "Le serveur refuse le message. Remettez un lien vous-même, et parlez-en à qui tient le serveur.",
  MAIL_UNREACHABLE: "Le serveur de messagerie est injoignable. Vérifiez SMTP_HOST, SMTP_PORT et le pare-feu.",
  MAIL_CREDENTIALS: "Le serveur refuse l’identifiant ou le mot de passe. Vérifiez SMTP_USER et SMTP_PASSWORD.",
  MAIL_SENDER_REFUSED: "Le serveur refuse l’adresse d’expédition. Vérifiez MAIL_FROM, ou faites-la autoriser.",
  MAIL_ENCRYPTION:
    "Le serveur n’offre pas le chiffrement demandé, ou son certificat n’est pas reconnu. Vérifiez SMTP_SECURITY.",
};

/** What a mail server answered, and what to do about it; also of a message that was cut short. */
export function describeMailFailure(failure: string): string {
  return MAIL_FAILURES[failure] ?? "L’envoi a été interrompu. Renvoyez le lien, ou remettez-le vous-même.";
}
