/** Why a participant was not reached with the news of a key. It holds no address: what servers say often does. */
export type AnnouncementFailure =
  | "RECIPIENT_REFUSED"
  | "RECIPIENT_DELAYED"
  | "MESSAGE_REFUSED"
  | "MAIL_UNREACHABLE"
  | "MAIL_CREDENTIALS"
  | "MAIL_SENDER_REFUSED"
  | "MAIL_ENCRYPTION"
  /** No mail server is configured any more. */
  | "MAIL_OFF"
  | "NO_ADDRESS"
  /** The process ended before, again and again. */
  | "INTERRUPTED"
  /** The version was taken back first. */
  | "WITHDRAWN";
