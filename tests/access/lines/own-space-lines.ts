import type { AccessLines } from "../line";

export const OWN_SPACE_LINES: AccessLines = {
  "PAGE /mon-espace": { tag: "account.own", isOwn: true },
  "PAGE /mon-espace/[participant]": "own-space.read",
  "PAGE /mon-espace/[participant]/documents": "own-space.read",
  "PAGE /mon-espace/[participant]/consentements": "own-space.read",
  "PAGE /mon-espace/[participant]/reclamations": "own-space.read",
  "GET /mon-espace/[participant]/releves": "own-space.read",
  "GET /mon-espace/[participant]/donnees": "own-space.read",
  "GET /mon-espace/[participant]/formulaire": "own-space.read",
  "POST /mon-espace/[participant]/formulaire": { tag: "own-space.write", query: { participation: "true" } },
  "ACTION withdrawOwnConsentAction": { tag: "own-space.write" },
  "ACTION writeOwnComplaintAction": {
    tag: "own-space.write",
    form: { kind: "complaint", subject: "Essai", text: "Essai" },
  },
  "ACTION inviteParticipantAction": {
    tag: "perimeter.edit",
    form: { name: "Participant invité", email: "participant.invite@habitant.test" },
  },
  "ACTION endParticipantAccessAction": { tag: "perimeter.edit", form: ({ unknown }) => ({ access: unknown }) },
};
