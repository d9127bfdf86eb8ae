import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { keyedHash } from "./keyed-hash";
import { normalizeAccount } from "./normalize-account";

const KEPT_DAYS = 365;
const MAX_ACCOUNTS = 6; // a shared computer of the town hall; the oldest gives way
const SEPARATOR = ".";
const TOKEN = /^([\w-]{22})([\w-]{43})$/;

const isSecure = env.APP_URL.startsWith("https:");
// The prefix makes browsers refuse it from a subdomain, without Secure, or for a part of the site.
const NAME = isSecure ? "__Host-prorata.browser" : "prorata.browser";

/**
 * OWASP's « device cookie »: it says that its browser has signed in to an account before, to nobody but us. It opens
 * nothing: guesses from such a browser are counted apart, so that strangers cannot lock an owner out.
 *
 * @see https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export type BrowserCookie = {
  readonly name: string;
  readonly value: string;
  readonly options: {
    readonly httpOnly: true;
    readonly secure: boolean;
    readonly sameSite: "lax";
    readonly path: "/";
    /** [s] */
    readonly maxAge: number;
  };
};

/** What the cookie of this browser says of an account: an identifier to count under, or null for a stranger. */
export function findKnownBrowser(headers: Headers, account: string): string | null {
  return readTokens(headers).find((token) => isOf(token, account)) ?? null;
}

/**
 * The cookie to set once somebody has proven an account in this browser: by signing in, or by the link of a mail.
 *
 * @param account - E-mail address of the account.
 */
export function knowBrowser(headers: Headers, account: string): BrowserCookie {
  const others = readTokens(headers).filter((token) => !isOf(token, account));
  const nonce = randomBytes(16).toString("base64url");
  const value = [nonce + signature(nonce, account), ...others].slice(0, MAX_ACCOUNTS).join(SEPARATOR);
  const options = { httpOnly: true, secure: isSecure, sameSite: "lax", path: "/", maxAge: KEPT_DAYS * 86_400 } as const;
  return { name: NAME, value, options };
}

function readTokens(headers: Headers): readonly string[] {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  const value = cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? "";
  return value
    .split(SEPARATOR)
    .filter((token) => TOKEN.test(token))
    .slice(0, MAX_ACCOUNTS);
}

function isOf(token: string, account: string): boolean {
  const [, nonce = "", sent = ""] = TOKEN.exec(token) ?? [];
  return timingSafeEqual(Buffer.from(sent), Buffer.from(signature(nonce, account)));
}

function signature(nonce: string, account: string): string {
  return keyedHash("known-browser", nonce, normalizeAccount(account)).toString("base64url");
}
