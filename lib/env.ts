import * as z from "zod";
import { mailSettingsSchema } from "./schemas/mail-settings";
import { oidcSettingsSchema } from "./schemas/oidc-settings";

// One line of a text file: nothing in it may begin another.
const isContact = (text: string): boolean => /^(?:mailto:)?[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$|^https:\/\/\S+$/.test(text);

const isTileTemplate = (text: string): boolean =>
  /^https?:/.test(text) &&
  URL.canParse(text.replaceAll(/[{}]/g, "")) &&
  ["{z}", "{x}", "{y}"].every((place) => text.includes(place));

const isServerAddress = (text: string): boolean =>
  /^https:\/\/[^/?#@]+\/*$/.test(text) || /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/*$/.test(text);

const isReadPath = (text: string): boolean =>
  text.startsWith("/") &&
  ["{prm}", "{start}", "{end}"].every((place) => text.includes(place)) &&
  [...text.matchAll(/\{[^}]*\}/g)].every(([place]) => ["{acc}", "{prm}", "{start}", "{end}"].includes(place));

// Only days go out: an hour would depend on the machine's time zone.
const isDatePattern = (text: string): boolean =>
  /^(?:yyyy|MM|dd|'[^']*'|[^A-Za-z'])+$/.test(text) && ["yyyy", "MM", "dd"].every((part) => text.includes(part));

const optional = (isRight: (text: string) => boolean, expected: string) =>
  z
    .string()
    .default("")
    .refine((text) => text === "" || isRight(text), expected);

const quota = (usual: number) =>
  z
    .string()
    .default("")
    .transform((text) => (text === "" ? usual : Number(text)))
    .pipe(z.int("un nombre entier d’appels est attendu").positive("au moins un appel est attendu"));

const READ_PATH = "un chemin est attendu, /…, où {prm}, {start} et {end} figurent, et {acc} au besoin";

/** What the DSO's interface needs before anything is asked of it: all of them, or none. */
const DSO_API = [
  "DSO_API_URL",
  "DSO_API_CLIENT_ID",
  "DSO_API_CLIENT_SECRET",
  "DSO_API_CONSUMER_PATH",
  "DSO_API_DATE_FORMAT",
] as const;

const settings = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Signs sessions; 32 characters at least. */
  AUTH_SECRET: z.string().min(32),
  /** What AUTH_SECRET was before, latest first, while second factors are encrypted anew at the next start. */
  AUTH_SECRETS_FORMER: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter((secret) => secret !== ""))
    .pipe(z.array(z.string().min(32, "chaque secret a 32 caractères au moins"))),
  /** Public address, as people type it: cookies and origin checks depend on it. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  /** How many proxies of ours every request passes: as many addresses of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text) => (text === "" ? 0 : Number(text)))
    .pipe(z.int("un nombre entier est attendu").min(0, "0 au moins").max(10, "10 au plus")),
  /** To whom a flaw is reported: an e-mail address or a page; empty: /.well-known/security.txt is not there. */
  SECURITY_CONTACT: optional(isContact, "une adresse électronique, mailto:… ou https://… est attendue"),
  /** `1` marks an installation that shows the demonstration and its accounts. */
  DEMONSTRATION: z
    .enum(["0", "1"])
    .default("0")
    .transform((value) => value === "1"),
  /** `0` leaves the jobs to `npm run worker` processes. */
  RUN_JOBS: z
    .enum(["0", "1"])
    .default("1")
    .transform((value) => value === "1"),
  /** Background of the map, `https://…/{z}/{x}/{y}.png`; empty: none, and nothing is asked of another server. */
  MAP_TILES_URL: z
    .string()
    .default("")
    .refine((text) => text === "" || isTileTemplate(text), "https://…/{z}/{x}/{y}.png"),
  /** What the provider of the tiles asks to be written beside them. */
  MAP_TILES_CREDIT: z.string().default(""),
  /** The DSO's interface, where it is used: `https://gw.ext.prod.api.enedis.fr`, or the sandbox's. */
  DSO_API_URL: optional(isServerAddress, "une adresse https:// sans chemin est attendue"),
  DSO_API_CLIENT_ID: z.string().default(""),
  DSO_API_CLIENT_SECRET: z.string().default(""),
  /** Official; the read calls are not. */
  DSO_API_TOKEN_PATH: optional((text) => text.startsWith("/"), "un chemin est attendu, /…"),
  DSO_API_CONSUMER_PATH: optional(isReadPath, READ_PATH),
  /** Empty: producers are not asked for. */
  DSO_API_PRODUCER_PATH: optional(isReadPath, READ_PATH),
  /** Of `{start}` and `{end}`. */
  DSO_API_DATE_FORMAT: optional(isDatePattern, "yyyy, MM et dd sont attendus, par exemple yyyy-MM-dd"),
  /** `1`: `{end}` is the last day asked for, else the first one that is not. */
  DSO_API_END_INCLUDED: z
    .enum(["0", "1", ""])
    .default("0")
    .transform((value) => value === "1"),
  DSO_API_CALLS_PER_SECOND: quota(5),
  DSO_API_CALLS_PER_HOUR: quota(1000),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof settings> & {
  /** The mail server, from SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_SECURITY and MAIL_FROM; null: off. */
  readonly MAIL: z.infer<typeof mailSettingsSchema>;
  /** Single sign-on, from OIDC_…; null: off. */
  readonly OIDC: z.infer<typeof oidcSettingsSchema>;
};

const schema = settings.superRefine((values, context) => {
  const missing = DSO_API.filter((name) => values[name] === "");
  if (missing.length === DSO_API.length && values.DSO_API_PRODUCER_PATH === "") return;
  for (const name of missing) {
    const message = "manque : l’interface du gestionnaire est réglée à moitié. Complétez, ou videz les autres.";
    context.addIssue({ code: "custom", path: [name], message });
  }
});

// `next build` imports every module without serving anything: it must need no secret and no database.
const BUILD_VALUES = {
  DATABASE_URL: "postgresql://build.invalid/none",
  AUTH_SECRET: "only-while-building-b7f2c95e4d1a8036",
  APP_URL: "http://build.invalid",
};

// Who migrates had it; whoever serves or works never does.
delete process.env.DATABASE_OWNER_URL;

/** The only reader of process.env. A bad value stops the start, not the first request. */
export const env: Env = readEnv(
  process.env.NEXT_PHASE === "phase-production-build" ? { ...process.env, ...BUILD_VALUES } : process.env,
);

// The names of what is wrong, never the values: some are secrets.
function readEnv(values: NodeJS.ProcessEnv): Env {
  const { data, error } = schema.safeParse(values);
  const mail = mailSettingsSchema.safeParse(values);
  const oidc = oidcSettingsSchema.safeParse(values);
  if (data && mail.success && oidc.success) return { ...data, MAIL: mail.data, OIDC: oidc.data };
  const issues = [...(error?.issues ?? []), ...(mail.error?.issues ?? []), ...(oidc.error?.issues ?? [])];
  const problems = issues.map(({ path, message }) => `  - ${path.join(".")} : ${message}`);
  throw new Error(`Réglages à corriger :\n${problems.join("\n")}`);
}
