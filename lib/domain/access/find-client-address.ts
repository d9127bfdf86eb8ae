import { parseIpAddress } from "./parse-ip-address";

/**
 * Who calls, when proxies stand between.
 *
 * Each proxy appends the address it was called from to X-Forwarded-For. Only what our own proxies appended is believed,
 * from the right; what stands further left is whatever the caller liked to send.
 *
 * @param forwardedFor - The header as it came, or null.
 * @param peer - Address at the other end of the connection.
 * @param trustedProxies - How many proxies of ours every request passes; 0: none, and the header is not read.
 * @returns A canonical IP address; "" where not even the connection has one.
 */
export function findClientAddress(forwardedFor: string | null, peer: string, trustedProxies: number): string {
  const own = parseIpAddress(peer) ?? "";
  if (trustedProxies === 0) return own;
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  // Fewer than promised: the request came past a proxy, and its leftmost address was written by the next of ours.
  const claimed = hops.at(-trustedProxies) ?? hops[0];
  return (claimed === undefined ? null : parseIpAddress(claimed)) ?? own;
}
