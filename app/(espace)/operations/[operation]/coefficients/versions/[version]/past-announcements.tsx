import { DataTable } from "@/components/ui/data-table";
import type { AnnouncementStatus } from "@/lib/services/coefficients/read-announcement-status";

/** What was announced before a version was taken back to a draft. */
export function PastAnnouncements({ past }: { past: AnnouncementStatus["past"] }) {
  if (past.length === 0) return null;
  return (
    <details>
      <summary>Annonces reprises : {past.length}</summary>
      <p>La version a été changée depuis : ces messages ne valent plus.</p>
      <DataTable
        caption="Annonces d’avant la reprise, les plus récentes d’abord"
        columns={[
          { key: "name", label: "Participant", kind: "text" },
          { key: "made", label: "Annoncée le", kind: "instantMs" },
          { key: "told", label: "Reçue le", kind: "instantMs" },
          { key: "channel", label: "Par", kind: "text" },
        ]}
        rows={past.map(({ id, name, createdAt, sentAt, channel }) => ({
          id,
          cells: {
            name,
            made: createdAt.getTime(),
            told: sentAt?.getTime() ?? null,
            channel: channel === "email" ? "courriel" : "lettre",
          },
        }))}
      />
    </details>
  );
}
