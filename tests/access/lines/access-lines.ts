import type { AccessLines } from "../line";

export const ACCESS_LINES: AccessLines = {
  "PAGE /operations/[operation]/reglages/acces": "operation.access",
  "ACTION inviteToOperationAction": {
    tag: "operation.roles",
    form: { name: "Personne d’essai", email: "essai@commune.test", role: "elected" },
  },
  "ACTION setOperationRoleAction": {
    tag: "operation.roles",
    form: ({ unknown }) => ({ userId: unknown, role: "none" }),
  },
};
