import "server-only";
import { randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { findSignInPasswordHash } from "@/lib/data/sign-in-passwords";
import { normalizeAccount } from "./normalize-account";

// Of a password nobody knows: to be wrong takes as long whether or not there is an account.
let nobodysHash: Promise<string> | undefined;

/** Whether a password opens the account of an e-mail address. The same work is done in every case. */
export async function isSignInPassword(email: string, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString("hex"));
  const [nobodys, hash] = await Promise.all([nobodysHash, findSignInPasswordHash(normalizeAccount(email))]);
  const isRight = await verifyPassword({ hash: hash ?? nobodys, password });
  return isRight && hash !== null;
}
