import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressNetwork } from "@/lib/domain/access/address-network";
import { findClientAddress } from "@/lib/domain/access/find-client-address";
import { parseIpAddress } from "@/lib/domain/access/parse-ip-address";

const PEER = "192.0.2.10";
const CLIENT = "203.0.113.7";
const SPOOF = "198.51.100.99";

describe("findClientAddress", () => {
  test.for([
    { what: "nothing in front", header: null, hops: 0, expected: PEER },
    { what: "a header that nobody of ours wrote", header: SPOOF, hops: 0, expected: PEER },
    { what: "a long one", header: `${SPOOF}, ${SPOOF}, 127.0.0.1`, hops: 0, expected: PEER },
    { what: "one proxy", header: CLIENT, hops: 1, expected: CLIENT },
    { what: "one proxy that appends to what was sent", header: `${SPOOF}, ${CLIENT}`, hops: 1, expected: CLIENT },
    { what: "two proxies", header: `${SPOOF},${CLIENT}, 10.0.0.2`, hops: 2, expected: CLIENT },
    { what: "two proxies, one of them passed by", header: CLIENT, hops: 2, expected: CLIENT },
    { what: "a proxy that wrote no header", header: null, hops: 1, expected: PEER },
    { what: "an empty header", header: " , ", hops: 1, expected: PEER },
    { what: "a proxy that hides it", header: `${SPOOF}, unknown`, hops: 1, expected: PEER },
    { what: "a port", header: `${CLIENT}:51234`, hops: 1, expected: CLIENT },
    { what: "IPv6 with a port", header: "[2001:DB8::1]:443", hops: 1, expected: "2001:db8::1" },
  ])("$what", ({ header, hops, expected }) => {
    expect(findClientAddress(header, PEER, hops)).toBe(expected);
  });

  test("is never what the caller sends, whatever he sends", () => {
    const sent = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc.array(fc.ipV4()).map((hops) => hops.join(", ")),
    );
    fc.assert(
      fc.property(sent, fc.integer({ min: 0, max: 3 }), (header, proxies) => {
        // Each proxy of ours appends who called it; the application sees the last one as its peer.
        const callers = [CLIENT, "10.0.0.1", "10.0.0.2", "10.0.0.3"].slice(0, proxies + 1);
        const seen = [header, ...callers.slice(0, -1)].filter((hop) => hop !== "").join(", ");
        expect(findClientAddress(seen, callers.at(-1) as string, proxies)).toBe(CLIENT);
      }),
    );
  });
});

describe("parseIpAddress", () => {
  test.for([
    ["127.0.0.1", "127.0.0.1"],
    ["::ffff:127.0.0.1", "127.0.0.1"],
    ["::FFFF:7f00:1", "127.0.0.1"],
    ["fe80::1%eth0", "fe80::1"],
    ["2001:0db8:0000::0001", "2001:db8::1"],
    ["::1", "::1"],
    ["256.0.0.1", null],
    ["1.2.3", null],
    ["1.2.3.4.5", null],
    ["2130706433", null],
    ["example.test", null],
    ["::1::2", null],
    ["", null],
    ["' OR 1=1", null],
  ] as const)("%s", ([text, expected]) => {
    expect(parseIpAddress(text)).toBe(expected);
  });

  test("gives one form to every way of writing an address", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const canonical = parseIpAddress(address);
        expect(canonical).not.toBeNull();
        expect(parseIpAddress(canonical as string)).toBe(canonical);
        expect(parseIpAddress(address.toUpperCase())).toBe(canonical);
      }),
    );
  });
});

describe("addressNetwork", () => {
  test.for([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["unknown", ""],
  ] as const)("%s", ([address, expected]) => {
    expect(addressNetwork(address)).toBe(expected);
  });
});
