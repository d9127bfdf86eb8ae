/** The password of the demonstration accounts: it is printed at start and protects invented data only. */
export const DEMONSTRATION_PASSWORD = "demonstration-2026";

/** Created by prisma/seed.ts, printed by `npm start`, used by the browser tests. */
export const DEMONSTRATION_ACCOUNTS = [
  { key: "admin", email: "admin@prorata.example", label: "administrateur de la commune" },
  { key: "agent", email: "agent@prorata.example", label: "agent de la commune" },
  { key: "elu", email: "elu@prorata.example", label: "élu, en lecture" },
  { key: "auditeur", email: "auditeur@prorata.example", label: "auditeur, sans accès avant un audit" },
  { key: "participant", email: "participant@prorata.example", label: "participant, dans son espace" },
  { key: "installation", email: "installation@prorata.example", label: "administrateur de l’installation" },
];
