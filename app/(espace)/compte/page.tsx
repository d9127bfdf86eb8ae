import type { Metadata } from "next";
import { AccountTabs } from "@/components/account/account-tabs";
import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { requireUser } from "@/lib/server/access";
import { listApiKeys } from "@/lib/services/accounts/list-api-keys";
import { revokeApiKeyAction } from "./actions";
import { ApiKeyForm } from "./api-key-form";
import { IdentitySection } from "./identity-section";
import { ProfileForm } from "./profile-form";
import { RemindersSection } from "./reminders-section";
import { RevokeButton } from "./revoke-button";
import { ShortcutsSection } from "./shortcuts-section";

export const metadata: Metadata = { title: "Compte" };

export default async function AccountPage({ searchParams }: PageProps<"/compte">) {
  const { motif } = await searchParams;
  const user = await requireUser();
  const keys = await listApiKeys(user.id);
  return (
    <>
      <PageHeader title="Compte" />
      <AccountTabs />
      <PageSection title="Profil">
        <KeyValues items={[{ label: "Adresse électronique", value: user.email }]} />
        <ProfileForm name={user.name} />
      </PageSection>
      <IdentitySection userId={user.id} motive={[motif].flat()[0]} />
      <RemindersSection userId={user.id} />
      <ShortcutsSection />
      <PageSection title="Clés d’API">
        <p>
          Une clé permet à un logiciel d’agir en votre nom, avec vos droits au plus. Elle n’est montrée qu’une fois ;
          seule son empreinte est conservée.
        </p>
        <ApiKeyForm />
        {keys.length > 0 && (
          <DataTable
            caption="Vos clés d’API"
            columns={[
              { key: "name", label: "Nom", kind: "text" },
              { key: "start", label: "Début de la clé", kind: "text" },
              { key: "scope", label: "Portée", kind: "text" },
              { key: "createdAt", label: "Créée le", kind: "instantMs" },
              { key: "lastUsedAt", label: "Dernier usage", kind: "instantMs" },
            ]}
            rows={keys.map(({ id, name, start, mayWrite, createdAt, lastUsedAt }) => ({
              id,
              cells: {
                name,
                start: `${start}…`,
                scope: mayWrite ? "lecture et écriture" : "lecture",
                createdAt: createdAt.getTime(),
                lastUsedAt: lastUsedAt?.getTime() ?? null,
              },
              actions: <RevokeButton field="keyId" id={id} what={`la clé ${name}`} action={revokeApiKeyAction} />,
            }))}
          />
        )}
      </PageSection>
    </>
  );
}
