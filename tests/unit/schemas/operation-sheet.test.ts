import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { PARTY_FIELDS, type PartyRole } from "@/lib/domain/operation/operation-party";
import {
  accNumberSchema,
  emailSchema,
  monthlyAnniversaryDaySchema,
  nafCodeSchema,
  phoneSchema,
  postalCodeSchema,
  siretSchema,
  slugSchema,
  startDaySchema,
} from "@/lib/schemas/operation-fields";
import { newOperationSchema, PARTY_SCHEMAS, SHEET_SECTIONS } from "@/lib/schemas/operation-sheet";

// Identifiers of the convention's annexe 1, as it prints them.
const ACCEPTED: readonly [string, z.ZodType, string, unknown][] = [
  ["SIRET", siretSchema, "21660140100120", "21660140100120"],
  ["SIRET, by threes", siretSchema, " 216 601 401 00120 ", "21660140100120"],
  ["SIRET of a post office", siretSchema, "35600000049837", "35600000049837"],
  ["no SIRET", siretSchema, "  ", null],
  ["NAF", nafCodeSchema, "8411Z", "8411Z"],
  ["NAF with its dot", nafCodeSchema, "84.11z", "8411Z"],
  ["no NAF", nafCodeSchema, "", null],
  ["postal code", postalCodeSchema, "66370", "66370"],
  ["postal code of the Ain", postalCodeSchema, "01 000", "01000"],
  ["postal code of La Réunion", postalCodeSchema, "97400", "97400"],
  ["phone", phoneSchema, "04 68 92 00 10", "0468920010"],
  ["phone with dots", phoneSchema, "04.68.92.00.10", "0468920010"],
  ["phone from abroad", phoneSchema, "+33 4 68 92 00 10", "0468920010"],
  ["phone from abroad, with its zero", phoneSchema, "+33 (0)4 68 92 00 10", "0468920010"],
  ["short number", phoneSchema, "3900", "3900"],
  ["no phone", phoneSchema, "", null],
  ["e-mail", emailSchema, " contact@mairie-pezilla-riviere.fr ", "contact@mairie-pezilla-riviere.fr"],
  ["no e-mail", emailSchema, "", null],
  ["ACC number", accNumberSchema, "acc 0000 0112", "ACC00000112"],
  ["no ACC number", accNumberSchema, "", null],
  ["slug", slugSchema, "pezilla-la-riviere", "pezilla-la-riviere"],
  ["day", startDaySchema, "2026-10-01", "2026-10-01"],
  ["anniversary", monthlyAnniversaryDaySchema, "31", 31],
];

test.for(ACCEPTED)("%s is accepted", ([, schema, typed, kept]) => {
  expect(schema.parse(typed)).toBe(kept);
});

const REFUSED: readonly [string, z.ZodType, string, string][] = [
  ["siret", siretSchema, "2166014010012", "celui-ci en a 13"],
  ["siret", siretSchema, "21660140100121", "clé de ce SIRET"],
  ["siret", siretSchema, "21660140l00120", "que des chiffres"],
  ["nafCode", nafCodeSchema, "8411", "8411Z"],
  ["postalCode", postalCodeSchema, "6637", "5 chiffres"],
  ["postalCode", postalCodeSchema, "99000", "5 chiffres"],
  ["phone", phoneSchema, "04 68 92 00 1", "10 chiffres"],
  ["phone", phoneSchema, "+34 600 000 000", "10 chiffres"],
  ["email", emailSchema, "mairie", "mairie@commune.fr"],
  ["accNumber", accNumberSchema, "ACC0000112", "ACC et 8 chiffres"],
  ["slug", slugSchema, "Pézilla", "sans accent"],
  ["slug", slugSchema, "-pezilla", "tirets"],
  ["slug", slugSchema, "", "Choisissez"],
  ["slug", slugSchema, "nouvelle", "page de Prorata"],
  ["slug", slugSchema, "a".repeat(61), "60"],
  ["startDay", startDaySchema, "", "Choisissez une date"],
  ["startDay", startDaySchema, "9999-01-01", "2199"],
  ["monthlyAnniversaryDay", monthlyAnniversaryDaySchema, "0", "1 à 31"],
  ["monthlyAnniversaryDay", monthlyAnniversaryDaySchema, "32", "1 à 31"],
  ["monthlyAnniversaryDay", monthlyAnniversaryDaySchema, "1,5", "1 à 31"],
];

test.for(REFUSED)("%s is refused with its reason first", ([, schema, typed, reason]) => {
  const { error } = schema.safeParse(typed);
  expect(error?.issues[0]?.message).toContain(reason);
});

test.for(Object.keys(PARTY_FIELDS) as PartyRole[])("the fields of the %s are those of the convention", (role) => {
  expect(Object.keys(PARTY_SCHEMAS[role].shape).sort()).toEqual([...PARTY_FIELDS[role]].sort());
});

describe("a derogation", () => {
  const typed = { name: "Pézilla", place: "", networkZone: "mainland", perimeterManagement: "standard" };
  const section = SHEET_SECTIONS.operation;

  test("says what it is based on", () => {
    const { error } = section.safeParse({ ...typed, proximityKind: "derogation", derogationBasis: "" });
    expect(error?.issues).toMatchObject([
      { path: ["derogationBasis"], message: expect.stringContaining("dérogation") },
    ]);
  });

  test("loses its basis with its kind", () => {
    const sheet = section.parse({ ...typed, proximityKind: "extended", derogationBasis: "rural" });
    expect(sheet).toMatchObject({ proximityKind: "extended", derogationBasis: null });
  });

  test("is asked for its basis while other fields are still empty", () => {
    const { error } = newOperationSchema.safeParse({ proximityKind: "derogation" });
    expect(error?.issues.map(({ path }) => path.join("."))).toContain("derogationBasis");
  });
});
