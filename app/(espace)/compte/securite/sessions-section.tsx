import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { describeUserAgent } from "@/lib/format/describe-user-agent";
import { listSessions } from "@/lib/services/accounts/security/list-sessions";
import { EndOtherSessionsButton, EndSessionButton } from "./end-session-buttons";

/** Where one is signed in. */
export async function SessionsSection({ userId, sessionId }: { userId: string; sessionId: string }) {
  const sessions = await listSessions(userId, new Date());
  return (
    <PageSection title="Sessions">
      <p>
        Les navigateurs où votre compte est ouvert. Un navigateur ou une adresse que vous ne reconnaissez pas :
        déconnectez-le, puis changez votre mot de passe.
      </p>
      <DataTable
        caption="Vos sessions"
        columns={[
          { key: "browser", label: "Navigateur", kind: "text" },
          { key: "which", label: "Session", kind: "status" },
          { key: "updatedAt", label: "Dernier usage, à une heure près", kind: "instantMs" },
          { key: "createdAt", label: "Ouverte le", kind: "instantMs" },
          { key: "address", label: "Adresse", kind: "text" },
        ]}
        rows={sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => {
          const browser = describeUserAgent(userAgent);
          const isThis = id === sessionId;
          return {
            id,
            cells: {
              browser,
              which: isThis ? { text: "Celle-ci", tone: "info" } : { text: "Ailleurs", tone: "neutral" },
              updatedAt: updatedAt.getTime(),
              createdAt: createdAt.getTime(),
              address: ipAddress || null,
            },
            actions: isThis ? null : <EndSessionButton sessionId={id} what={browser} />,
          };
        })}
      />
      {sessions.length > 1 && <EndOtherSessionsButton />}
    </PageSection>
  );
}
