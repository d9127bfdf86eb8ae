import type { Metadata, Route } from "next";
import Image from "next/image";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { formatInstant } from "@/lib/format/format-instant";
import { formatNumber } from "@/lib/format/format-number";
import { requireOperation } from "@/lib/server/access";
import { isGrantedInCollectivity } from "@/lib/server/permissions";
import { readLogoSheet } from "@/lib/services/logo/read-logo";
import { LogoForm } from "./logo-form";
import styles from "./page.module.css";
import { RemoveLogoButton } from "./remove-logo-button";

export const metadata: Metadata = { title: "Logo" };

export default async function LogoPage({ params }: PageProps<"/operations/[operation]/reglages/logo">) {
  const operation = await requireOperation((await params).operation);
  const { collectivity, sheet } = operation;
  const logo = await readLogoSheet(operation.id);
  const mayWrite = isGrantedInCollectivity(operation, "write");
  return (
    <>
      <PageHeader
        title="Logo de la collectivité"
        breadcrumb={[{ label: "Fiche de l’opération", href: `/operations/${sheet.slug}/reglages` as Route }]}
        lead={`Le logo de ${collectivity.name} figure en tête des rapports au conseil de toutes ses opérations.`}
      />
      {logo ? (
        <PageSection title="Logo actuel" actions={mayWrite && <RemoveLogoButton collectivity={collectivity.id} />}>
          <Image
            src={`/api/v1/collectivities/${collectivity.id}/logo?${logo.sha256.slice(0, 12)}`}
            alt={logo.altText}
            width={logo.widthPx}
            height={logo.heightPx}
            className={styles.logo}
            unoptimized
          />
          <p>
            « {logo.altText} », {formatNumber(logo.widthPx)} × {formatNumber(logo.heightPx)} pixels, enregistré le{" "}
            {formatInstant(logo.updatedAt)}.
          </p>
        </PageSection>
      ) : (
        <EmptyState
          title="Pas encore de logo"
          purpose="Les rapports au conseil portent le nom de la collectivité ; avec un logo, ils portent aussi son image."
          needed="un fichier PNG ou JPEG, par exemple celui du papier à en-tête."
        />
      )}
      {mayWrite && (
        <PageSection title={logo ? "Remplacer le logo" : "Donner un logo"}>
          <p>
            PNG ou JPEG, 1 Mo au plus, de 48 à 2 000 pixels de côté. Le fichier est reconnu à son contenu, pas à son
            nom. Le SVG est refusé : il peut contenir des scripts. Exportez-le en PNG.
          </p>
          <LogoForm collectivity={collectivity.id} />
        </PageSection>
      )}
    </>
  );
}
