import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { CollectivityNameForm } from "@/app/(espace)/installation/collectivites/collectivity-name-form";
import { KeyValues } from "@/components/ui/key-values";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { formatNumber } from "@/lib/format/format-number";
import { requireInstance } from "@/lib/server/authorize-instance";
import { isMailOn } from "@/lib/server/installation";
import { isUuid } from "@/lib/server/is-uuid";
import { readCollectivity } from "@/lib/services/instance/list-collectivities";

import { AppointAdministratorForm } from "./appoint-administrator-form";

export const metadata: Metadata = { title: "Collectivité" };

type Props = PageProps<"/installation/collectivites/[collectivite]">;

/** One collectivity, as the administrator of the installation sees it: its name, and whether somebody administers it. */
export default async function CollectivityPage({ params }: Props) {
  const [{ id }, { collectivite }] = await Promise.all([requireInstance(), params]);
  const collectivity = isUuid(collectivite) ? await readCollectivity(id, collectivite) : null;
  if (!collectivity) notFound();
  const { name, adminCount, memberCount, operationCount, createdAt } = collectivity;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={[
          { label: "Installation", href: "/installation" as Route },
          { label: "Collectivités", href: "/installation/collectivites" as Route },
        ]}
        lead="Ses accès se donnent chez elle, par ses administrateurs ; vous invitez le premier."
      />
      <PageSection title="Fiche">
        <KeyValues
          items={[
            { label: "Administrateurs actifs", value: formatNumber(adminCount) },
            { label: "Membres", value: formatNumber(memberCount) },
            { label: "Opérations", value: formatNumber(operationCount) },
            { label: "Créée", value: `le ${formatInstant(createdAt)}` },
          ]}
        />
      </PageSection>
      <PageSection title="Inviter un administrateur">
        <p>Il donne ensuite les accès aux autres. Rien n’est ouvert avant qu’il ait accepté.</p>
        <AppointAdministratorForm collectivity={collectivity.id} isMailOn={isMailOn()} />
      </PageSection>
      <PageSection title="Renommer">
        <CollectivityNameForm collectivity={collectivity} />
      </PageSection>
    </>
  );
}
