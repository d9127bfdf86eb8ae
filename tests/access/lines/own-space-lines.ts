import type { AccessLines } from "../line";

export const OWN_SPACE_LINES: AccessLines = {
  "PAGE /mon-espace": { tag: "account.own", isOwn: true },
  "PAGE /mon-espace/[participant]": "own-space.read",
  "ACTION inviteParticipantAction": {
    tag: "perimeter.edit",
    form: { name: "Participant invité", email: "participant.invite@habitant.test" },
  },
  "ACTION endParticipantAccessAction": { tag: "perimeter.edit", form: ({ unknown }) => ({ access: unknown }) },
};
