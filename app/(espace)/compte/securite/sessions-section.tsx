import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { describeUserAgent } from "@/lib/format/describe-user-agent";
import { formatInstant } from "@/lib/format/format-instant";
import { now } from "@/lib/server/now";
import { listSessions } from "@/lib/services/accounts/security/list-sessions";
import { EndOtherSessionsButton, EndSessionButton } from "./end-session-buttons";
import styles from "./sessions-section.module.css";

/** Where one is signed in. */
export async function SessionsSection({ userId, sessionId }: { userId: string; sessionId: string }) {
  const sessions = await listSessions(userId, await now());
  return (
    <PageSection title="Sessions">
      <p>
        Les navigateurs où votre compte est ouvert, et leur dernier usage à une heure près. Vous ne reconnaissez pas
        l’un d’eux : déconnectez-le, puis changez votre mot de passe.
      </p>
      <ul className={styles.list}>
        {sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => {
          const browser = describeUserAgent(userAgent);
          return (
            <li key={id} className={styles.session}>
              <div>
                <strong>{browser}</strong> {id === sessionId && <StatusBadge tone="info">Celle-ci</StatusBadge>}
                <br />
                Dernier usage {formatInstant(updatedAt.getTime())}, ouverte le {formatInstant(createdAt.getTime())}
                {ipAddress && `, adresse ${ipAddress}`}
              </div>
              {id !== sessionId && <EndSessionButton sessionId={id} what={browser} />}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && <EndOtherSessionsButton />}
    </PageSection>
  );
}
