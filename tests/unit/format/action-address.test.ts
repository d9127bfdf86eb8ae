import { expect, test } from "vitest";
import { actionAddress } from "@/lib/format/action-address";
import { describeCriterion } from "@/lib/format/describe-criterion";
import { describePilot } from "@/lib/format/describe-pilot";

test.for<[string, string]>([
  ["3.1.1", "/plan-climat/mesures/3.1.1?collectivite=c"],
  ["3.1.1.5", "/plan-climat/mesures/3.1.1?collectivite=c#action-3.1.1.5"],
  ["3.1.1.5.10", "/plan-climat/mesures/3.1.1?collectivite=c#action-3.1.1.5.10"],
])("%s is answered at its place on the page of its measure", ([number, address]) => {
  expect(actionAddress(number, 3, "c")).toBe(address);
});

test.for<["done" | "planned", number, string]>([
  ["done", 1, "1.1.2 entièrement faite"],
  ["planned", 1, "1.1.2 entièrement faite ou programmée"],
  ["done", 0.2, "1.1.2 faite à 20\u00a0% au moins"],
])("a criterion that counts what is %s, from %s", ([counts, minRatio, text]) => {
  const criterion = { node: "cae_1.1.2", star: 1, counts, minRatio, ratio: 0, isMet: false };
  expect(describeCriterion(criterion, "1.1.2")).toBe(text);
});

test("a pilot is a service, a member, or somebody who has left", () => {
  const members = [{ userId: "a", name: "Marie Durand" }];
  expect(describePilot({ kind: "service", name: "Voirie" }, members)).toBe("Voirie");
  expect(describePilot({ kind: "member", userId: "a" }, members)).toBe("Marie Durand");
  expect(describePilot({ kind: "member", userId: "b" }, members)).toBe("Ancien membre");
});
