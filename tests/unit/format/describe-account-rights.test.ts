import { expect, test } from "vitest";
import { type DescribedRight, describeAccountRights } from "@/lib/format/describe-account-rights";

const right = (collectivityName: string, kind: DescribedRight["kind"], role: DescribedRight["role"] = null) => ({
  ...{ collectivityName, kind, role },
});

test.for<[readonly DescribedRight[], boolean, string]>([
  [[], false, "aucun"],
  [[], true, "administrateur de l’installation"],
  [[right("Saint-Exemple", "collectivity", "admin")], false, "Saint-Exemple : administrateur"],
  [
    [right("Saint-Exemple", "collectivity", "elected"), right("Saint-Exemple", "operation", "officer")],
    false,
    "Saint-Exemple : élu, agent d’une opération",
  ],
  [
    [right("Saint-Exemple", "audit"), right("Voisine", "participant"), right("Voisine", "participant")],
    false,
    "Saint-Exemple : auditeur · Voisine : participant",
  ],
])("%j", ([rights, isInstanceAdmin, text]) => {
  expect(describeAccountRights(rights, isInstanceAdmin)).toBe(text);
});
