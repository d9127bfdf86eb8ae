import { type SecretConfig, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import * as z from "zod";
import { readBase32 } from "./base32";

/** A second factor in clear: never stored, never logged. */
export type OpenFactor = {
  /** Base32, as it is typed into an application. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
};

/** better-auth's mark of a secret that is to be decoded before use. */
const MARK = "base32:";

const codesSchema = z.array(z.string());

export type SealingKey = string | SecretConfig;

/** Encrypts a second factor with the current secret, as better-auth reads it. */
export async function sealFactor(
  key: SealingKey,
  { secret, recoveryCodes }: OpenFactor,
): Promise<{ readonly secret: string; readonly backupCodes: string }> {
  return {
    secret: await symmetricEncrypt({ key, data: `${MARK}${secret}` }),
    backupCodes: await sealCodes(key, recoveryCodes),
  };
}

export async function sealCodes(key: SealingKey, recoveryCodes: readonly string[]): Promise<string> {
  return symmetricEncrypt({ key, data: JSON.stringify(recoveryCodes) });
}

/** @throws When no secret of the installation opens it any more. */
export async function openFactor(
  key: SealingKey,
  { secret, backupCodes }: { readonly secret: string; readonly backupCodes: string },
): Promise<OpenFactor> {
  const marked = await symmetricDecrypt({ key, data: secret });
  const codes = await symmetricDecrypt({ key, data: backupCodes });
  return { secret: marked.slice(MARK.length), recoveryCodes: codesSchema.parse(JSON.parse(codes)) };
}

/** The bytes that codes are computed from. */
export function totpKey({ secret }: OpenFactor): Uint8Array {
  return readBase32(secret);
}
