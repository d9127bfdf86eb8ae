import { expect, test } from "vitest";
import { participantSchema } from "@/lib/schemas/participant";

const BODY = {
  operation: "saint-exemple",
  kind: "legal",
  name: " Commune de Saint-Exemple ",
  legalId: "216 699 991 00016",
  address: "1 place de la République",
  email: "mairie@commune.example",
  phone: "04 65 71 00 01",
};

test("a body is read without the spaces people type", () => {
  expect(participantSchema.parse(BODY).details).toEqual({
    kind: "legal",
    name: "Commune de Saint-Exemple",
    legalId: "21669999100016",
    address: "1 place de la République",
    email: "mairie@commune.example",
    phone: "0465710001",
    isTenant: false,
  });
});

test("a resident has no SIRET, whatever was typed before", () => {
  const { details } = participantSchema.parse({ ...BODY, kind: "natural", isTenant: "on", email: "", phone: "" });
  expect(details).toMatchObject({ legalId: null, isTenant: true, email: null, phone: null });
});

test.for([
  { field: "name", value: "  ", reason: "Donnez le nom du participant." },
  { field: "legalId", value: "2166999910001", reason: "Un SIRET a 14 chiffres ; celui-ci en a 13." },
  { field: "legalId", value: "21669999100017", reason: /clé de ce SIRET est fausse/ },
  { field: "legalId", value: "W12", reason: /RNA s’écrit W et 9 chiffres/ },
  { field: "legalId", value: "", reason: /annexe 2 le demande/ },
  { field: "email", value: "mairie@", reason: /n’est pas complète/ },
  { field: "phone", value: "04 65", reason: /10 chiffres/ },
])("$field « $value » is refused with its reason", ({ field, value, reason }) => {
  const { error } = participantSchema.safeParse({ ...BODY, [field]: value });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    [field, expect.stringMatching(reason)],
  ]);
});

test.for(["35600000049837", "W661234567", "w661234567"])("%s is taken: La Poste, an association", (legalId) => {
  expect(participantSchema.safeParse({ ...BODY, legalId }).success).toBe(true);
});
