import type { ClimateProfile } from "./climate-profile";
import { populationTags } from "./population-tags";
import type { RuleFacts } from "./rules/rule-facts";

const KINDS = { commune: "commune", intercommunal: "EPCI", syndicate: "syndicat" } as const;

/** What the rules of personalisation are told of a collectivity, in their own words. */
export function factsOfProfile({
  kind,
  population,
  isOverseas,
  answers,
}: ClimateProfile): Required<Pick<RuleFacts, "answers" | "identity">> {
  return {
    answers,
    identity: new Map([
      ["type", kind === null ? [] : [KINDS[kind]]],
      ["population", population === null ? [] : populationTags(population)],
      ["localisation", [isOverseas ? "DOM" : "Metropole"]],
    ]),
  };
}
