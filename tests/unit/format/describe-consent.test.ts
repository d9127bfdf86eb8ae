import { expect, test } from "vitest";
import {
  describeAuthorizations,
  describeConsentState,
  describeLackingCount,
  describeLacks,
} from "@/lib/format/describe-consent";

const NOTHING = {
  kind: "agreement",
  participation: false,
  curveCollection: false,
  supplierTransmission: false,
  organiserTransmission: false,
} as const;

test.for([
  [{ ...NOTHING, participation: true, organiserTransmission: true }, "participation, transmission à l’organisateur"],
  [{ ...NOTHING, curveCollection: true, supplierTransmission: true }, "courbe de charge, transmission au fournisseur"],
  [{ ...NOTHING, kind: "tenant_information" }, "locataire informé, sans opposition"],
  [NOTHING, "rien"],
] as const)("what is authorised: %j", ([consent, expected]) => {
  expect(describeAuthorizations(consent)).toBe(expected);
});

test("a state, and that it ends soon", () => {
  expect(describeConsentState("valid").text).toBe("en cours");
  expect(describeConsentState("valid", true)).toEqual({ text: "expire bientôt", tone: "warning" });
  expect(describeConsentState("objected", true).text).toBe("opposition");
});

test("what is lacking, and how many lack it", () => {
  expect(describeLacks(["participation", "curve_collection"])).toBe(
    "accord de participation, relevé de la courbe de charge",
  );
  expect(describeLackingCount(1)).toBe("1 participant sans tous ses accords");
  expect(describeLackingCount(3)).toBe("3 participants sans tous leurs accords");
});
