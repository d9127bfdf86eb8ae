import { createTransport } from "nodemailer";
import { MailError, type MailErrorCode, type Mailer, type MailSettings } from "./mailer";

const TIMEOUT_MS = 20_000;

/** Opens a mail server. Each message has a connection of its own: a year has a few dozen of them. */
export function openMailer({ host, port, security, login, from }: MailSettings): Mailer {
  const transport = createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A message is made of what it is given: it reads no file and never the network.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^<>@\s]+?)>?$/.exec(from)?.[1] ?? host;
  return {
    async send({ id, to, replyTo, subject, text, html }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          to,
          ...(replyTo === null ? {} : { replyTo }),
          subject,
          text,
          html,
        });
      } catch (error) {
        throw new MailError(codeOf(error));
      }
    },
  };
}

type SmtpFailure = {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
  readonly message?: unknown;
};

// A certificate that is not trusted ends the connection like any other failure of it.
const IS_ABOUT_ENCRYPTION = /certificate|\bSSL\b|\bTLS\b/i;

function codeOf(error: unknown): MailErrorCode {
  const { code, responseCode, command, message } = error as SmtpFailure;
  const isForNow = typeof responseCode === "number" && responseCode < 500;
  if (code === "EAUTH" || code === "ENOAUTH") return "MAIL_CREDENTIALS";
  if (code === "ETLS" || code === "EREQUIRETLS") return "MAIL_ENCRYPTION";
  if (code === "ESOCKET" && IS_ABOUT_ENCRYPTION.test(String(message))) return "MAIL_ENCRYPTION";
  if (code === "EENVELOPE") {
    if (isForNow) return "RECIPIENT_DELAYED";
    return command === "MAIL FROM" ? "MAIL_SENDER_REFUSED" : "RECIPIENT_REFUSED";
  }
  if (code === "EMESSAGE") return isForNow ? "RECIPIENT_DELAYED" : "MESSAGE_REFUSED";
  return "MAIL_UNREACHABLE";
}
