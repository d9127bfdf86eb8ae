/** What somebody is, in French, wherever a screen names it. */
export const ROLE_LABELS = {
  admin: "administrateur",
  officer: "agent",
  elected: "élu",
  auditor: "auditeur",
  participant: "participant",
  instance: "administrateur de l’installation",
} as const;

/** What each role may do, in one line, beside where it is chosen. */
export const ROLE_PURPOSES = {
  admin: "fait tout ce que fait un agent, donne et retire les accès, rouvre une période close",
  officer: "importe, calcule, tient le registre, les clés et les échéances",
  elected: "lit les résultats, sans rien écrire et sans rien lire sur les personnes",
} as const;
