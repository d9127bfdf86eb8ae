import { expect, test } from "vitest";
import { declareRenewable } from "@/lib/domain/operation/declare-renewable";
import { listMissingSheetFields } from "@/lib/domain/operation/list-missing-sheet-fields";
import type { OperationParty } from "@/lib/domain/operation/operation-party";

// The sheet of the convention's annexes 1 and 3, as its organiser filled it in.
const PEZILLA = {
  organisationName: "Commune de Pezilla la Rivière",
  siret: "21660140100120",
  legalForm: "Administration publique générale",
  nafCode: "8411Z",
  lastName: "BILLES",
  firstName: "Jean-Paul",
  jobTitle: "Maire",
  address: "31 B AV DU CANIGOU",
  postalCode: "66370",
  city: "PEZILLA-LA-RIVIERE",
  phone: "0468920010",
  email: "contact@mairie-pezilla-riviere.fr",
} satisfies OperationParty;

const COMPLETE = {
  proximityKind: "extended",
  derogationBasis: null,
  place: "66370 PEZILLA LA RIVIERE",
  parties: { organiser: PEZILLA, referent: PEZILLA, correspondent: PEZILLA, signatory: PEZILLA },
};

test("the convention's own sheet lacks nothing, with neither a mandataire nor the DSO's desk", () => {
  expect(listMissingSheetFields(COMPLETE)).toEqual([]);
});

test("what is missing is named with whose it is", () => {
  const { referent: _, ...parties } = COMPLETE.parties;
  const sheet = {
    proximityKind: "derogation",
    derogationBasis: null,
    place: null,
    parties: { ...parties, signatory: { ...PEZILLA, jobTitle: null } },
  };
  expect(listMissingSheetFields(sheet)).toEqual([
    { of: "referent", field: "lastName" },
    { of: "referent", field: "firstName" },
    { of: "referent", field: "phone" },
    { of: "referent", field: "email" },
    { of: "signatory", field: "jobTitle" },
    { of: "operation", field: "derogationBasis" },
    { of: "operation", field: "place" },
  ]);
});

test.for([
  [["solar", "wind"], "yes"],
  [["solar", null], "unknown"],
  [["solar", "non_renewable"], "no"],
  [[null, "non_renewable"], "no"],
  [[], "unknown"],
] as const)("producers %j declare %s", ([sources, declaration]) => {
  expect(declareRenewable(sources)).toBe(declaration);
});
