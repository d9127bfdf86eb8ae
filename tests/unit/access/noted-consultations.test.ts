import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { listEntrances } from "../../support/access/list-entrances";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const sourceOf = ({ file }: { readonly file: string }) => readFileSync(path.join(ROOT, file), "utf8");

/** Addresses that name a person, his meter, or a document of his. One's own space is no consultation. */
const OF_A_PERSON =
  /\/(\[participant\]|\[prm\]|participants\/\[id\]|consents\/\[id\]\/document|correspondence-documents\/\[id\]|\[reclamation\]|complaints\/\[id\]|\[id\]\/letters?$|convention\/letters|consents\/proof|statements$)/;

/** What a query of the API calls whom it asks for. */
const CHOSEN_IN_A_QUERY = new Set([
  "curves",
  "prm",
  "participant",
  "meteringPoint",
  "meteringPointId",
  "participantId",
]);

/** How a page reads the same in its address. */
const READS_A_CHOICE =
  /\bsearch\.(?:prm|participant)\b|explorerSearchSchema|\bparticipant\b[^;]*\} = await searchParams/;

const looks = listEntrances(ROOT).filter(({ name }) => /^(PAGE|GET) /.test(name) && !name.includes("/mon-espace/"));

describe("an address that names a person", () => {
  const entrances = looks.filter(({ name }) => OF_A_PERSON.test(name));

  test("is known", () => {
    expect(entrances.length).toBeGreaterThan(8);
  });

  test.for(entrances)("says who looked at it: $name", (entrance) => {
    expect(sourceOf(entrance)).toMatch(/await noteConsultation\(operation, |return answerLetter\(request, params, /);
  });
});

describe("a query that chooses a person", () => {
  const asked = API_ROUTES.filter(({ query }) =>
    Object.keys(query?.shape ?? {}).some((key) => CHOSEN_IN_A_QUERY.has(key)),
  );
  const routes = new Set(
    asked.map(({ method, path: address }) => `${method} ${address.replaceAll("{", "[").replaceAll("}", "]")}`),
  );
  const entrances = looks.filter(
    (entrance) =>
      routes.has(entrance.name) || (entrance.name.startsWith("PAGE ") && READS_A_CHOICE.test(sourceOf(entrance))),
  );

  test("is known, on screens and in the API", () => {
    expect(entrances.map(({ name }) => name.split(" ")[0])).toEqual(expect.arrayContaining(["PAGE", "GET"]));
    expect(entrances.length).toBeGreaterThan(11);
  });

  test.for(entrances)("says who looked at whom: $name", (entrance) => {
    expect(sourceOf(entrance)).toMatch(/await note(?:Chosen|Consultation)\(operation, /);
  });
});
