import "server-only";
import { BlockList, isIPv4 } from "node:net";

// Noted where requests come in, read by screens: Next loads the modules of each apart.
const store = globalThis as unknown as { hasUnbelievedProxy?: boolean };

const NEAR = new BlockList();
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  NEAR.addSubnet(network, prefix);
}
NEAR.addAddress("::1", "ipv6");
NEAR.addSubnet("fc00::", 7, "ipv6");

/**
 * Notes that a request was forwarded while no proxy is believed. Only by a neighbour: from elsewhere anybody writes that
 * header, and who believed it then would let callers make up their address.
 *
 * @param peer - Canonical address at the other end of the connection.
 */
export function noteUnbelievedProxy(peer: string): void {
  if (peer !== "" && NEAR.check(peer, isIPv4(peer) ? "ipv4" : "ipv6")) store.hasUnbelievedProxy = true;
}

/** Whether this process is called through a proxy that it does not believe: all callers then share one address. */
export function hasUnbelievedProxy(): boolean {
  return store.hasUnbelievedProxy === true;
}
