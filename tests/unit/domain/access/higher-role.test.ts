import { expect, test } from "vitest";
import type { AccessRole } from "@/lib/domain/access/access-role";
import { higherRole } from "@/lib/domain/access/higher-role";

test.for<[AccessRole | null, AccessRole | null, AccessRole | null]>([
  [null, null, null],
  ["elected", null, "elected"],
  [null, "officer", "officer"],
  ["elected", "officer", "officer"],
  ["admin", "elected", "admin"],
  ["officer", "admin", "admin"],
  ["officer", "officer", "officer"],
])("%s in the collectivity and %s in the operation count as %s", ([ofCollectivity, ofOperation, role]) => {
  expect(higherRole(ofCollectivity, ofOperation)).toBe(role);
});
