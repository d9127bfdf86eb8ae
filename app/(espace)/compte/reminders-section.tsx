import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { readReminders } from "@/lib/services/reminders/read-reminders";
import { revokeCalendarFeedAction } from "./actions";
import { CalendarFeedForm } from "./calendar-feed-form";
import { DigestForm } from "./digest-form";
import { RevokeButton } from "./revoke-button";

/** How one is reminded of what is to do: by mail, and in the calendar one already uses. */
export async function RemindersSection({ userId, isOffered }: { userId: string; isOffered: boolean }) {
  const { digest, hasMail, feeds } = await readReminders(userId);
  if (!isOffered && feeds.length === 0) return null;
  return (
    <PageSection title="Rappels des échéances">
      {hasMail ? (
        <DigestForm digest={digest} />
      ) : (
        <Notice title="Cette installation n’envoie pas de courriel">
          Le rappel par courriel pourra être réglé ici quand un serveur de messagerie sera configuré.
        </Notice>
      )}
      <p>
        Une adresse de calendrier montre les échéances dans l’agenda que vous utilisez déjà, sans y nommer personne.
        Quiconque la connaît peut les lire : ne la donnez qu’à votre agenda, et révoquez-la au moindre doute.
      </p>
      {isOffered && <CalendarFeedForm />}
      {feeds.length > 0 && (
        <DataTable
          caption="Vos calendriers"
          columns={[
            { key: "name", label: "Nom", kind: "text" },
            { key: "createdAt", label: "Créé le", kind: "instantMs" },
            { key: "lastUsedAt", label: "Dernière lecture", kind: "instantMs" },
          ]}
          rows={feeds.map(({ id, name, createdAt, lastUsedAt }) => ({
            id,
            cells: { name, createdAt: createdAt.getTime(), lastUsedAt: lastUsedAt?.getTime() ?? null },
            actions: (
              <RevokeButton field="feedId" id={id} what={`le calendrier ${name}`} action={revokeCalendarFeedAction} />
            ),
          }))}
        />
      )}
    </PageSection>
  );
}
