import type { Metadata, Route } from "next";
import { MailTestSection } from "@/components/accounts/mail-test-section";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { accessSearchSchema } from "@/lib/schemas/account-link";
import { authorizeCollectivity, listGrantedCollectivities, requireUser, type SignedInUser } from "@/lib/server/access";
import { isMailOn } from "@/lib/server/installation";
import { now } from "@/lib/server/now";
import { readAccessBoard } from "@/lib/services/accounts/read-access-board";
import { MEMBER_COLUMNS, toMemberRow } from "./access-rows";
import { CollectivityKeysSection } from "./collectivity-keys-section";
import { InviteForm } from "./invite-form";
import { sendTestMailAction } from "./mail-actions";
import { toWaitingRow, WAITING_COLUMNS } from "./waiting-rows";

export const metadata: Metadata = { title: "Accès" };

/** Who belongs to the collectivities one administers, and the links that wait there. */
export default async function AccessPage({ searchParams }: PageProps<"/acces">) {
  const search = accessSearchSchema.parse(await searchParams);
  const user = await requireUser();
  const collectivities = await listGrantedCollectivities("administer");
  return (
    <>
      <PageHeader
        title="Accès"
        lead="Qui entre, et comme quoi. Personne ne s’inscrit seul : chacun vient par une invitation, qui sert une fois et n’ouvre rien avant d’être acceptée."
      />
      {collectivities.length === 0 ? (
        <EmptyState
          title="Vous n’administrez aucune collectivité"
          purpose="Les administrateurs d’une collectivité invitent ici ses membres et ses auditeurs, et leur remettent leurs liens."
          needed="le rôle d’administrateur, qu’un autre administrateur donne."
        />
      ) : (
        <>
          {collectivities.map(({ id, name }) => (
            <CollectivitySections
              key={id}
              collectivityId={id}
              name={name}
              user={user}
              after={search.collectivite === id ? search.apres : null}
            />
          ))}
          <MailTestSection isMailOn={isMailOn()} email={user.email} action={sendTestMailAction} />
        </>
      )}
    </>
  );
}

type CollectivitySectionsProps = { collectivityId: string; name: string; user: SignedInUser; after: string | null };

async function CollectivitySections({ collectivityId, name, user, after }: CollectivitySectionsProps) {
  const { id } = await authorizeCollectivity(collectivityId, "administer");
  const { members, next, waiting } = await readAccessBoard(id, user.id, { after, now: await now() });
  return (
    <>
      {waiting.length > 0 && (
        <PageSection title={`Ce qui attend : ${name}`}>
          <p>
            Un lien à remettre remplace celui qui serait déjà parti. Assurez-vous de le donner à la bonne personne :
            quiconque l’a peut s’en servir.
          </p>
          <DataTable
            caption={`Invitations et demandes : ${name}`}
            columns={WAITING_COLUMNS}
            rows={waiting.map((link) => toWaitingRow(link, isMailOn()))}
          />
        </PageSection>
      )}
      <PageSection title={name}>
        <DataTable
          caption={`Membres : ${name}`}
          columns={MEMBER_COLUMNS}
          rows={members.map((member) => toMemberRow(member, id, user.id))}
        />
        {(after !== null || next !== null) && (
          <p>
            {after !== null && (
              <ButtonLink href={"/acces" as Route} variant="default">
                Début de la liste
              </ButtonLink>
            )}{" "}
            {next !== null && (
              <ButtonLink href={`/acces?collectivite=${id}&apres=${next}` as Route} variant="default">
                Suite de la liste
              </ButtonLink>
            )}
          </p>
        )}
        <InviteForm collectivityId={id} collectivityName={name} isMailOn={isMailOn()} />
      </PageSection>
      <CollectivityKeysSection collectivity={{ id, name }} />
    </>
  );
}
