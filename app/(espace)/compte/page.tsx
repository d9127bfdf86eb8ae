import type { Metadata } from "next";
import { AccountTabs } from "@/components/account/account-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { requireUser } from "@/lib/server/access";
import { listRooms } from "@/lib/server/list-rooms";
import { ApiKeysSection } from "./api-keys-section";
import { EmailSection } from "./email-section";
import { IdentitySection } from "./identity-section";
import { ProfileForm } from "./profile-form";
import { RemindersSection } from "./reminders-section";
import { ShortcutsSection } from "./shortcuts-section";

export const metadata: Metadata = { title: "Compte" };

export default async function AccountPage({ searchParams }: PageProps<"/compte">) {
  const { motif } = await searchParams;
  const user = await requireUser();
  // Deadlines and programs are of operations: who has none finds only what is left of former rights, to revoke it.
  const isOffered = (await listRooms(user)).includes("operations");
  return (
    <>
      <PageHeader title="Compte" />
      <AccountTabs />
      <PageSection title="Profil">
        <ProfileForm name={user.name} />
      </PageSection>
      <EmailSection user={user} />
      <IdentitySection userId={user.id} motive={[motif].flat()[0]} />
      <RemindersSection userId={user.id} isOffered={isOffered} />
      <ShortcutsSection />
      <ApiKeysSection userId={user.id} isOffered={isOffered} />
    </>
  );
}
