import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { apiKeyState } from "@/lib/domain/access/api-key-state";
import { lifeOfKey } from "@/lib/domain/access/life-of-key";
import { API_KEY_COLUMNS, describeApiKey } from "@/lib/format/describe-api-key";
import { now } from "@/lib/server/now";
import { requireOperations } from "@/lib/server/require-operations";
import { listApiKeys } from "@/lib/services/accounts/list-api-keys";
import { ApiKeyForm } from "./api-key-form";
import { revokeApiKeyAction } from "./key-actions";
import { ReplaceKeyButton } from "./replace-key-button";
import { RevokeButton } from "./revoke-button";

/** The keys with which programs act in somebody's name: made, replaced, revoked. */
export async function ApiKeysSection({ userId, isOffered }: { userId: string; isOffered: boolean }) {
  const [keys, operations] = await Promise.all([listApiKeys(userId), requireOperations()]);
  if (!isOffered && keys.length === 0) return null;
  const nowMs = (await now()).getTime();
  const shown = keys.map((key) => ({
    ...key,
    state: apiKeyState(lifeOfKey(key), nowMs),
  }));
  const ending = shown.filter(({ state }) => state === "ending").map(({ name }) => `« ${name} »`);
  return (
    <PageSection title="Clés d’API" anchor="cles">
      <p>
        Une clé permet à un logiciel d’agir en votre nom, avec vos droits au plus. Elle n’est montrée qu’une fois ;
        seule son empreinte est conservée.
      </p>
      {ending.length > 0 && (
        <Notice tone="warning" title={ending.length === 1 ? "Une clé finit bientôt" : "Des clés finissent bientôt"}>
          {ending.join(", ")} :{" "}
          {ending.length === 1
            ? "remplacez-la avant, puis changez-la dans le logiciel qui l’utilise."
            : "remplacez-les avant, puis changez-les dans les logiciels qui les utilisent."}
        </Notice>
      )}
      {isOffered && <ApiKeyForm operations={operations.map(({ sheet: { slug, name } }) => ({ slug, name }))} />}
      {shown.length > 0 && (
        <DataTable
          caption="Vos clés d’API"
          columns={API_KEY_COLUMNS}
          rows={shown.map((key) => ({
            id: key.id,
            cells: describeApiKey(key, nowMs),
            actions: (
              <>
                <ReplaceKeyButton
                  id={key.id}
                  name={key.name}
                  isReplaceable={key.state !== "ended" && !key.isReplaced}
                />
                <RevokeButton field="keyId" id={key.id} what={`la clé ${key.name}`} action={revokeApiKeyAction} />
              </>
            ),
          }))}
        />
      )}
    </PageSection>
  );
}
