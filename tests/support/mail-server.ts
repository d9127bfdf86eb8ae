import { SMTPServer } from "smtp-server";
import type { MailSettings } from "@/lib/gateways/mail/mailer";

/** A message as the server took it. */
export type TakenMail = { readonly to: string; readonly raw: string };

export type TestMailServer = {
  readonly settings: MailSettings;
  readonly taken: TakenMail[];
  /** What the server says to a recipient from now on, by address. */
  readonly answers: Map<string, { readonly code: number; readonly message: string }>;
  readonly close: () => Promise<void>;
};

type TestMailOptions = {
  readonly login?: { readonly user: string; readonly password: string };
  /** Any free one by default. */
  readonly port?: number;
};

/** A mail server on this machine that keeps what it takes, without encryption. */
export async function startTestMailServer({ login, port = 0 }: TestMailOptions = {}): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const answers: TestMailServer["answers"] = new Map();
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    authOptional: login === undefined,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      if (login && username === login.user && password === login.password) callback(null, { user: username });
      else callback(new Error("no such user"));
    },
    onRcptTo({ address }, _session, callback) {
      const answer = answers.get(address);
      callback(answer ? Object.assign(new Error(answer.message), { responseCode: answer.code }) : null);
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        for (const { address } of envelope.rcptTo) taken.push({ to: address, raw });
        callback(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    settings: {
      host: "127.0.0.1",
      port: address.port,
      security: "none",
      login: login ?? null,
      from: "Mairie d’Exemple <mairie@exemple.example>",
    },
    taken,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text of a message, whatever it was encoded in. */
export function textOf({ raw }: TakenMail): string {
  const part = raw.split(/Content-Type: text\/plain[^\r\n]*\r\n/)[1] ?? "";
  const [head = "", ...rest] = part.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n").split(/\r\n--/)[0] ?? "";
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
