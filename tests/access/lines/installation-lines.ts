import type { AccessLines } from "../line";

export const INSTALLATION_LINES: AccessLines = {
  "LAYOUT /(espace)/installation": "installation.manage",
  "PAGE /installation": "installation.manage",
  "PAGE /installation/collectivites": "installation.manage",
  "PAGE /installation/collectivites/[collectivite]": "installation.manage",
  "PAGE /installation/comptes": "installation.manage",
  "ACTION createCollectivityAction": { tag: "installation.manage", form: { name: "Commune d’essai" } },
  "ACTION renameCollectivityAction": { tag: "installation.manage", form: { name: "Commune des tests" } },
  "ACTION appointAdministratorAction": {
    tag: "installation.manage",
    form: { name: "Personne d’essai", email: "essai@commune.test" },
  },
  "ACTION inviteInstanceAdministratorAction": {
    tag: "installation.manage",
    form: { name: "Personne d’essai", email: "installation-essai@commune.test" },
  },
  "ACTION deactivateAccountAction": { tag: "installation.manage", form: ({ unknown }) => ({ userId: unknown }) },
  "ACTION resetAccountTwoFactorAction": { tag: "installation.manage", form: ({ unknown }) => ({ userId: unknown }) },
  "ACTION reactivateAccountAction": { tag: "installation.manage", form: ({ unknown }) => ({ userId: unknown }) },
  "PAGE /installation/journal": "installation.journal",
  "GET /installation/journal/csv": "installation.journal",
};
