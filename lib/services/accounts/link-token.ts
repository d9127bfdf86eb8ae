import "server-only";
import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** 43 characters of base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A fresh token of an account link, and what is stored of it. */
export function newLinkToken(): { readonly token: string; readonly tokenSha256: Buffer } {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  return { token, tokenSha256: sha256(token) };
}

/** What is stored of a token; null for what cannot be one. */
export const hashLinkToken = (token: string): Buffer | null => (TOKEN.test(token) ? sha256(token) : null);

const sha256 = (token: string): Buffer => createHash("sha256").update(token).digest();
