import { expect, test } from "vitest";
import { hasUnbelievedProxy, noteUnbelievedProxy } from "@/lib/services/instance/unbelieved-proxy";

test.for([
  ["", false],
  ["198.51.100.7", false],
  ["172.32.0.1", false],
  ["2001:db8::1", false],
  ["::1", true],
  ["fd00::2", true],
  ["127.0.0.1", true],
  ["172.18.0.1", true],
] as const)("forwarded by « %s »: %s", ([peer, isProxy]) => {
  Object.assign(globalThis, { hasUnbelievedProxy: false });
  noteUnbelievedProxy(peer);
  expect(hasUnbelievedProxy()).toBe(isProxy);
});
