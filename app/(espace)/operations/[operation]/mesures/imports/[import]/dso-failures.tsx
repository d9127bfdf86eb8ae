import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { describeDsoFailure } from "@/lib/format/describe-dso-failure";
import { formatCount } from "@/lib/format/format-number";
import type { AuthorizedOperation } from "@/lib/server/access";
import { listDsoFailures } from "@/lib/services/measures/list-dso-failures";

type DsoFailuresProps = { operation: AuthorizedOperation; importId: string; isFailed: boolean };

/** The metering points of which the DSO's interface gave nothing, and why. */
export async function DsoFailures({ operation, importId, isFailed }: DsoFailuresProps) {
  const asked = await listDsoFailures(operation.id, importId);
  if (!asked) return null;
  if (asked.failures.length === 0) return isFailed ? <Interrupted /> : null;
  const { askedCount, failures } = asked;
  const reasons = [...new Set(failures.map(({ code, status }) => describeDsoFailure(code, status)))];
  const title = `${formatCount(failures.length, "PRM n’a pas été donné", "PRM n’ont pas été donnés")} sur ${askedCount}`;
  return (
    <PageSection title="Ce que le gestionnaire n’a pas donné">
      <Notice
        tone={isFailed ? "danger" : "warning"}
        title={isFailed ? "Le gestionnaire n’a rien donné : rien n’est enregistré" : title}
      >
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        {!isFailed && <p>Les autres réponses sont gardées. Redemander la période ne double rien.</p>}
      </Notice>
      <DataTable
        caption="PRM que le gestionnaire n’a pas donnés"
        columns={[
          { key: "name", label: "Site", kind: "text" },
          { key: "prm", label: "PRM", kind: "code" },
          { key: "role", label: "Rôle", kind: "text" },
          { key: "reason", label: "Pourquoi, et que faire", kind: "text" },
        ]}
        rows={failures.map(({ prm, name, role, code, status }) => ({
          id: `${prm}-${role}`,
          cells: {
            name,
            prm,
            role: role === "producer" ? "Producteur" : "Consommateur",
            reason: describeDsoFailure(code, status),
          },
        }))}
      />
    </PageSection>
  );
}

function Interrupted() {
  return (
    <Notice tone="danger" title="La demande a été interrompue : rien n’est enregistré">
      Redemandez la période ; si cela se reproduit, signalez-le avec l’heure de la demande.
    </Notice>
  );
}
