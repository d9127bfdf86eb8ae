import { Group } from "@mantine/core";
import type { Metadata, Route } from "next";
import { toWaitingRow, WAITING_COLUMNS } from "@/app/(espace)/acces/waiting-rows";
import { AccountStateButton } from "@/components/access/account-state-button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeAccountRights } from "@/lib/format/describe-account-rights";
import type { TableColumn } from "@/lib/format/table-cells";
import { accountSearchSchema } from "@/lib/schemas/instance";
import { requireInstance } from "@/lib/server/authorize-instance";
import { isMailOn } from "@/lib/server/installation";
import { now } from "@/lib/server/now";
import { type ListedAccount, listAccounts } from "@/lib/services/instance/list-accounts";
import { listWaitingLinks } from "@/lib/services/instance/list-waiting-links";
import { deactivateAccountAction, reactivateAccountAction } from "./actions";
import { InviteAdministratorForm } from "./invite-administrator-form";
import { ResetTwoFactorButton } from "./reset-two-factor-button";
import { SearchAccounts } from "./search-accounts";

export const metadata: Metadata = { title: "Comptes" };

const ADDRESS = "/installation/comptes";

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Nom", kind: "text" },
  { key: "email", label: "Adresse électronique", kind: "text" },
  { key: "rights", label: "Accès", kind: "text" },
  { key: "created", label: "Créé le", kind: "instantMs" },
  { key: "state", label: "État", kind: "status" },
];

/** Every account of the installation, with what it may open by the name of the collectivity. */
export default async function AccountsPage({ searchParams }: PageProps<"/installation/comptes">) {
  const { id } = await requireInstance();
  const { q, apres } = accountSearchSchema.parse(await searchParams);
  const [{ accounts, next }, waiting] = await Promise.all([
    listAccounts(id, { text: q || null, after: apres }),
    listWaitingLinks(id, await now()),
  ]);
  return (
    <>
      <PageHeader
        title="Comptes"
        breadcrumb={[{ label: "Installation", href: "/installation" as Route }]}
        lead="Un compte désactivé n’ouvre plus rien, à l’instant : ni session, ni clé d’API, ni calendrier. Rouvert, il retrouve ses accès."
      />
      {waiting.length > 0 && (
        <PageSection title="Ce qui attend">
          <p>
            Un lien à remettre remplace celui qui serait déjà parti. Assurez-vous de le donner à la bonne personne :
            quiconque l’a entre à sa place.
          </p>
          <DataTable
            caption="Demandes des comptes et invitations d’administrateurs"
            columns={WAITING_COLUMNS}
            rows={waiting.map((link) => toWaitingRow(link, isMailOn()))}
          />
        </PageSection>
      )}
      <SearchAccounts action={ADDRESS} text={q} />
      <DataTable
        caption="Comptes de l’installation"
        columns={COLUMNS}
        hasFilter={false}
        rows={accounts.map(toRow)}
        empty={
          <EmptyState
            title="Aucun compte"
            purpose="Aucun compte ne porte ce nom ou cette adresse."
            needed="une autre recherche ; un compte naît d’une invitation, depuis une collectivité ou d’ici."
          />
        }
      />
      <p>
        {apres && (
          <ButtonLink href={addressOf(q, null)} variant="default">
            Début de la liste
          </ButtonLink>
        )}{" "}
        {next && (
          <ButtonLink href={addressOf(q, next)} variant="default">
            Suite de la liste
          </ButtonLink>
        )}
      </p>
      <PageSection title="Inviter un administrateur de l’installation">
        <p>
          Soyez au moins deux : un administrateur de l’installation n’est aidé par aucun autre compte. Invitez une
          adresse qui n’a aucun accès ailleurs ; celle d’un membre, d’un participant ou d’un auditeur serait refusée.
        </p>
        <InviteAdministratorForm isMailOn={isMailOn()} />
      </PageSection>
    </>
  );
}

function toRow({ id, name, email, rights, isInstanceAdmin, createdAt, deactivatedAt, hasTwoFactor }: ListedAccount) {
  const isActive = deactivatedAt === null;
  return {
    id,
    cells: {
      name,
      email,
      rights: describeAccountRights(rights, isInstanceAdmin),
      created: createdAt.getTime(),
      state: isActive ? { text: "actif", tone: "success" as const } : { text: "désactivé", tone: "neutral" as const },
    },
    // Who manages the installation is managed on its machine.
    actions: isInstanceAdmin ? undefined : (
      <Group gap="xs" wrap="nowrap">
        <AccountStateButton
          name={name}
          isActive={isActive}
          hidden={{ userId: id }}
          deactivate={deactivateAccountAction}
          reactivate={reactivateAccountAction}
        />
        {hasTwoFactor && <ResetTwoFactorButton userId={id} name={name} />}
      </Group>
    ),
  };
}

function addressOf(text: string, after: string | null): Route {
  const search = new URLSearchParams({ ...(text && { q: text }), ...(after && { apres: after }) });
  return `${ADDRESS}${search.size > 0 ? `?${search}` : ""}` as Route;
}
