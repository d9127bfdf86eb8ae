import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeMoveWarning } from "@/lib/format/describe-move-warning";
import { prmProblem, prmRemark } from "@/lib/format/describe-prm";
import { describeRegistryEvent } from "@/lib/format/describe-registry-event";
import { parseDecimal } from "@/lib/format/parse-decimal";
import { describeRoles } from "@/lib/format/perimeter-words";

const day = civilDate("2027-03-01");

test.for([
  ["1 234,5", 1234.5],
  ["1\u202f234.5", 1234.5],
  ["-12,8", -12.8],
  ["0", 0],
  ["", null],
  ["1,2,3", null],
  ["12 kW", null],
] as const)("%j is read as %j", ([text, value]) => {
  expect(parseDecimal(text)).toBe(value);
});

test.for([
  ["", "Donnez le numéro du PRM, 14 chiffres."],
  ["123456789012345", "Un PRM a 14 chiffres ; celui-ci en a 15."],
  ["99000000000134", null],
] as const)("the PRM %j: %j", ([text, problem]) => {
  expect(prmProblem(text)).toBe(problem);
});

test.for([
  ["990", "3\u00a0chiffres sur 14"],
  ["1234567890123", /retiré un zéro.*01234567890123/],
  ["99000000000135", /de contrôle/],
  ["99000000000134", null],
] as const)("of %j one reads %j", ([text, remark]) => {
  if (remark === null) expect(prmRemark(text)).toBeNull();
  else expect(prmRemark(text)).toMatch(remark);
});

test("consequences are told with their day, their share and their article", () => {
  const periods = [{ from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") }];
  expect(describeMoveWarning({ code: "SETTLED_PERIODS", periods })).toBe(
    "Une période déjà calculée change : mars 2026. Elle sera à recalculer.",
  );
  expect(describeMoveWarning({ code: "UNVIABLE", day, lacks: ["producer"] })).toMatch(/01\/03\/2027.*producteur.*8\.6/);
  expect(describeMoveWarning({ code: "NOT_IN_KEY", day })).toMatch(/01\/03\/2027.*0 %/);
  expect(describeMoveWarning({ code: "SHARE_FREED", day, ppm: 125_000 })).toMatch(/12,5.*surplus/);
});

test("an event says the fields, the roles, the day and the cause that the trail holds", () => {
  expect(describeRegistryEvent("update.participant", { fields: ["email", "phone"] })).toBe(
    "Fiche d’un participant modifiée : adresse électronique, téléphone",
  );
  expect(describeRegistryEvent("plan.exit", { roles: ["consumer"], day, cause: "contract_ended" })).toBe(
    "Sortie enregistrée : consommateur, au 01/03/2027, contrat d’accès au réseau résilié (art. 3.2.2)",
  );
  for (const after of [null, "texte", [], { fields: [3, "inconnu"] }]) {
    expect(describeRegistryEvent("update.participant", after)).toBe("Fiche d’un participant modifiée");
  }
});

test("a site takes part as one, as the other, as both, or as a storage unit", () => {
  expect(describeRoles(["producer", "consumer"], false)).toBe("Consommateur et producteur");
  expect(describeRoles(["consumer", "producer"], true)).toBe("Stockage");
  expect(describeRoles([], false)).toBe("–");
});
