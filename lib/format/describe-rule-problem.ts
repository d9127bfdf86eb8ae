const EXPECTED: Readonly<Record<string, string>> = {
  VALUE: "un nombre, OUI, NON, VRAI, FAUX, reponse(…), identite(…), score(…), min(…), max(…) ou une parenthèse",
  NUMBER: "un nombre, ou ce qui en donne un",
  CONDITION: "une condition, vraie ou fausse",
  IDENTIFIER: "un identifiant",
  FIELD: "type, population ou localisation",
  END: "la fin de la règle, ou « et », « ou », un opérateur",
  KNOWN_SIGN: "une lettre, un chiffre, ou l’un des signes ( ) , + - * / < > =",
  SIMPLER_RULE: "une règle moins imbriquée",
};

/** Where a rule of personalisation stops making sense, and what should stand there; begins with a space. */
export function describeRuleProblem(details: unknown): string {
  const { position, found, expected } = (details ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof position !== "number" || typeof expected !== "string") return "";
  const where = found === "" ? "elle s’arrête trop tôt" : `« ${found} » n’y a pas sa place`;
  return ` Au caractère ${position}, ${where} : attendu, ${EXPECTED[expected] ?? `« ${expected} »`}.`;
}
