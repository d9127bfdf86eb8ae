import * as z from "zod";

const DEFAULT_PORTS = { none: 25, starttls: 587, tls: 465 } as const;

const HALF = "le serveur de messagerie est réglé à moitié. Complétez, ou videz les autres.";

const text = z.string().trim().default("");

/** `mairie@exemple.fr`, or `Mairie d’Exemple <mairie@exemple.fr>`. */
const SENDER = /^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

/**
 * How to reach a mail server, as the environment says it; null when it says nothing: e-mail is off.
 *
 * Half a setting is refused: letters that were to be mails would wait without a word.
 */
export const mailSettingsSchema = z
  .object({
    SMTP_HOST: text,
    SMTP_PORT: text.refine(
      (port) => port === "" || (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535),
      "un numéro de port de 1 à 65535 est attendu",
    ),
    SMTP_USER: text,
    SMTP_PASSWORD: z.string().default(""),
    SMTP_SECURITY: z
      .enum(["", "none", "starttls", "tls"])
      .default("")
      .transform((security) => security || "starttls"),
    MAIL_FROM: text.refine(
      (from) => from === "" || SENDER.test(from),
      "une adresse est attendue, ou « Nom <adresse> »",
    ),
  })
  .superRefine((settings, context) => {
    const { SMTP_HOST, MAIL_FROM, SMTP_PORT, SMTP_USER, SMTP_PASSWORD } = settings;
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const isStarted = [MAIL_FROM, SMTP_PORT, SMTP_USER, SMTP_PASSWORD].some((value) => value !== "");
    if (SMTP_HOST === "" && isStarted) refuse("SMTP_HOST", `manque : ${HALF}`);
    if (SMTP_HOST !== "" && MAIL_FROM === "") refuse("MAIL_FROM", `manque : ${HALF}`);
    if (SMTP_USER === "" && SMTP_PASSWORD !== "") refuse("SMTP_USER", "manque : il va avec SMTP_PASSWORD");
    if (SMTP_USER !== "" && SMTP_PASSWORD === "") refuse("SMTP_PASSWORD", "manque : il va avec SMTP_USER");
  })
  .transform(({ SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_SECURITY, MAIL_FROM }) =>
    SMTP_HOST === ""
      ? null
      : {
          host: SMTP_HOST,
          port: SMTP_PORT === "" ? DEFAULT_PORTS[SMTP_SECURITY] : Number(SMTP_PORT),
          security: SMTP_SECURITY,
          login: SMTP_USER === "" ? null : { user: SMTP_USER, password: SMTP_PASSWORD },
          from: MAIL_FROM,
        },
  );
