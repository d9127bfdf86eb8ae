import { parseIpAddress } from "./parse-ip-address";

/**
 * What is counted as one caller: an IPv4 address, or an IPv6 network of 64 bits, since every subscriber has at least
 * one whole (RFC 6177) and may change address in it at will.
 *
 * @returns "" for what is no address.
 */
export function addressNetwork(address: string): string {
  const canonical = parseIpAddress(address);
  if (canonical === null) return "";
  if (!canonical.includes(":")) return canonical;
  const [head = "", tail] = canonical.split("::");
  const left = groups(head);
  const right = groups(tail ?? "");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return `${[...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":")}::/64`;
}

const groups = (part: string): readonly string[] => (part === "" ? [] : part.split(":"));
