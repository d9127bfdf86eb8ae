const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/**
 * An IP address as proxies and sockets write it, in its one canonical form: no port, no brackets, no zone, an IPv4
 * mapped into IPv6 as IPv4. Null for anything else.
 */
export function parseIpAddress(text: string): string | null {
  const bare = text.trim().replace(/^\[([^\]]*)\](?::\d{1,5})?$/, "$1");
  const withoutPort = /^[\d.]+:\d{1,5}$/.test(bare) ? bare.slice(0, bare.indexOf(":")) : bare;
  if (IPV4.test(withoutPort)) return withoutPort.split(".").map(Number).join(".");
  const withoutZone = withoutPort.replace(/%[\w.-]+$/, "");
  if (!/^[\da-f:.]+$/i.test(withoutZone) || !withoutZone.includes(":")) return null;
  const address = `http://[${withoutZone}]/`;
  return URL.canParse(address) ? withoutMapping(new URL(address).hostname.slice(1, -1)) : null;
}

// ::ffff:7f00:1 is 127.0.0.1, as a socket that listens on both kinds writes it.
function withoutMapping(address: string): string {
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join(".");
}
