import "server-only";
import { env } from "@/lib/env";

const VALID_MS = 180 * 86_400_000; // RFC 9116 advises less than a year

/**
 * What /.well-known/security.txt says: to whom a flaw is reported, in which languages, until when that holds.
 *
 * @returns Null without SECURITY_CONTACT.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export function writeSecurityText(now: Date): string | null {
  const { SECURITY_CONTACT: contact, APP_URL: address } = env;
  if (contact === "") return null;
  const lines = [
    `Contact: ${contact.includes(":") ? contact : `mailto:${contact}`}`,
    `Expires: ${new Date(now.getTime() + VALID_MS).toISOString()}`,
    "Preferred-Languages: fr, en",
    `Canonical: ${new URL("/.well-known/security.txt", address).href}`,
  ];
  return `${lines.join("\n")}\n`;
}
