/** How to reach a mail server. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** `starttls` and `tls` refuse a server that offers neither; `none` never encrypts. */
  readonly security: "none" | "starttls" | "tls";
  readonly login: { readonly user: string; readonly password: string } | null;
  /** `mairie@exemple.fr`, or `Mairie d’Exemple <mairie@exemple.fr>`. */
  readonly from: string;
};

/** One message to one person. */
export type MailMessage = {
  /** The same for the same message, whenever it is sent: a server that got it already knows it again. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type Mailer = {
  /** Resolves once the server has taken the message. @throws {MailError} */
  readonly send: (message: MailMessage) => Promise<void>;
};

/** What the server said of one person's message; the others may go. */
export type MessageErrorCode = "RECIPIENT_REFUSED" | "RECIPIENT_DELAYED" | "MESSAGE_REFUSED";

/** What keeps every message back. */
export type MailServerErrorCode = "MAIL_UNREACHABLE" | "MAIL_CREDENTIALS" | "MAIL_SENDER_REFUSED" | "MAIL_ENCRYPTION";

export type MailErrorCode = MessageErrorCode | MailServerErrorCode;

/** A message was not taken. It holds no address: what servers say often does. */
export class MailError extends Error {
  override readonly name = "MailError";
  readonly code: MailErrorCode;
  constructor(code: MailErrorCode) {
    super(code);
    this.code = code;
  }
}
