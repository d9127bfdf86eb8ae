import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath } from "@/lib/schemas/own-path";

test.for([
  ["/", "/"],
  ["/operations/saint-exemple/periodes/2026-06-01", "/operations/saint-exemple/periodes/2026-06-01"],
  ["/plan-climat?collectivite=1&vue=preuves#haut", "/plan-climat?collectivite=1&vue=preuves#haut"],
  ["/a/../b", "/b"],
  ["/%2F%2Fevil.example", "/%2F%2Fevil.example"], // one folder of ours, with an odd name
] as const)("%j leads to %s", ([text, path]) => {
  expect(ownPath(text)).toBe(path);
});

test.for([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "evil.example",
  "",
  " /operations",
  "/connexion",
  "/connexion?suite=/operations",
  "/api/v1/operations",
  undefined,
  ["/operations", "//evil.example"],
] as const)("%j leads nowhere", (text) => {
  expect(ownPath(text)).toBeNull();
});

test("whatever is written, a browser stays on our site", () => {
  const odd = fc.constantFrom("/", "\\", ".", "..", "%2f", "%5c", "@", ":", "evil.example", "?", "#", "\t", "https:");
  fc.assert(
    fc.property(fc.array(fc.oneof(odd, fc.string()), { maxLength: 8 }), (parts) => {
      const path = ownPath(parts.join(""));
      if (path !== null) expect(new URL(path, "https://notre.exemple").origin).toBe("https://notre.exemple");
    }),
  );
});
