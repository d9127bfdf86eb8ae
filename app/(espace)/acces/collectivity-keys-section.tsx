import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { API_KEY_COLUMNS, describeApiKey } from "@/lib/format/describe-api-key";
import type { AuthorizedCollectivity } from "@/lib/server/access";
import { now } from "@/lib/server/now";
import { listCollectivityKeys } from "@/lib/services/accounts/list-collectivity-keys";
import { RevokeKeyButton } from "./revoke-key-button";

/** The keys that act in a collectivity, for its administrators: whose they are, what they open, until when. */
export async function CollectivityKeysSection({
  collectivity: { id, name },
}: {
  collectivity: Pick<AuthorizedCollectivity, "id" | "name">;
}) {
  const keys = await listCollectivityKeys(id);
  const nowMs = (await now()).getTime();
  return (
    <PageSection title={`Clés d’API : ${name}`}>
      <p>
        Chacun crée ses clés sous « Compte ». Une clé agit au nom de qui l’a créée, avec ses droits au plus : elle
        n’ouvre plus rien dès qu’il les perd.
      </p>
      <DataTable
        caption="Clés d’API qui agissent dans la collectivité"
        columns={[{ key: "owner", label: "Personne", kind: "text" }, ...API_KEY_COLUMNS]}
        rows={keys.map((key) => ({
          id: key.id,
          cells: { owner: key.owner, ...describeApiKey(key, nowMs) },
          actions: <RevokeKeyButton collectivity={id} id={key.id} name={key.name} />,
        }))}
        empty={<p>Aucune clé n’agit dans la collectivité.</p>}
      />
    </PageSection>
  );
}
