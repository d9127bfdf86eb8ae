import type { Route } from "next";
import type { ReactNode } from "react";
import { giveUpKeyAction, reopenKeyAction } from "@/app/(espace)/operations/[operation]/coefficients/versions/actions";
import { SendKeyForm } from "@/app/(espace)/operations/[operation]/coefficients/versions/version-forms";
import { RegistryForm } from "@/components/registry/registry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import type { KeyVersionSheet } from "@/lib/services/coefficients/read-key-version";

type NextStepProps = {
  sheet: KeyVersionSheet;
  operation: string;
  today: CivilDate;
  /** What is to be known before it is sent. */
  warning?: ReactNode;
};

/** What is to be done with a version now: one act. */
export function NextStep({ sheet, operation, today, warning }: NextStepProps) {
  const { version, notice, request } = sheet;
  if (version.state !== "draft" && version.state !== "announced") return null;
  const requests = `/operations/${operation}/echeances/demandes`;
  const address = { operation, version: version.id };
  return (
    <PageSection
      title={version.state === "draft" ? "Étape suivante : prévenir les participants" : "Étape suivante : envoyer"}
    >
      {request === null ? (
        <NoticeDays notice={notice} from={version.from} />
      ) : (
        <Notice
          title={`Cette version part avec la demande n° ${request.number}`}
          actions={<ButtonLink href={`${requests}/${request.id}` as Route}>Voir la demande</ButtonLink>}
        >
          La demande dit quand elle s’applique. Les participants sont prévenus d’ici.
        </Notice>
      )}
      {version.state === "draft" ? (
        <>
          <p>
            Chaque participant apprend ses coefficients, ou le partage du surplus, avant qu’ils s’appliquent
            (convention, art. 5.1.1). Vous lisez les messages avant qu’ils partent.
          </p>
          <div>
            <ButtonLink href={`/operations/${operation}/coefficients/versions/${version.id}/annonce` as Route}>
              Préparer l’annonce
            </ButtonLink>
          </div>
        </>
      ) : (
        request === null && (
          <>
            {warning}
            <p>
              Prorata peut écrire la demande, compter les délais et appliquer la version au jour que le gestionnaire
              donne.
            </p>
            <div>
              <ButtonLink
                href={`${requests}/nouvelle?type=${sheet.requestKind}&version=${version.id}` as Route}
                variant="default"
              >
                Préparer une demande
              </ButtonLink>
            </div>
            {version.kind === "static" && <Workbook operation={operation} versionId={version.id} />}
            <SendKeyForm
              {...address}
              today={today}
              from={version.from}
              earliest={notice === null ? null : notice.earliest}
            />
          </>
        )
      )}
    </PageSection>
  );
}

/** The ways back from a version that is not sent yet. */
export function OtherSteps({ sheet: { version }, operation }: Pick<NextStepProps, "sheet" | "operation">) {
  if (version.state !== "draft" && version.state !== "announced") return null;
  const address = { operation, version: version.id };
  return (
    <PageSection title="Autres possibilités">
      {version.state === "announced" && (
        <>
          <p>
            Un brouillon repris peut être changé ; ce qui a été annoncé reste dans l’historique, et tout le monde est à
            prévenir de nouveau.
          </p>
          <RegistryForm
            label="Reprendre le brouillon"
            submit="Reprendre le brouillon"
            action={reopenKeyAction}
            hidden={address}
          />
        </>
      )}
      <p>Une version abandonnée reste dans l’historique et ne peut plus être reprise.</p>
      <RegistryForm
        label="Abandonner cette version"
        submit="Abandonner cette version"
        action={giveUpKeyAction}
        hidden={address}
        isDestructive
      />
    </PageSection>
  );
}

function Workbook({ operation, versionId }: { operation: string; versionId: string }) {
  return (
    <>
      <p>
        Joignez à votre courriel l’annexe 2 avec ces coefficients, puis enregistrez ici le jour où il est parti : de ce
        jour la version vaut à partir de son premier jour, et ne change plus.
      </p>
      <div>
        <ButtonLink
          href={`/api/v1/operations/${operation}/annex-2?key=${versionId}` as Route}
          variant="default"
          download
        >
          Annexe 2 avec ces coefficients
        </ButtonLink>
      </div>
    </>
  );
}

function NoticeDays({ notice, from }: { notice: KeyVersionSheet["notice"]; from: CivilDate }) {
  if (notice === null) {
    return <Notice title="Aucun préavis : le type de clé reste le même, ses valeurs se notifient mois par mois" />;
  }
  const { earliest, lastSendingDay, isTooShort } = notice;
  if (!isTooShort) {
    return (
      <Notice title={`Pour s’appliquer le ${formatDay(from)}, elle part au plus tard le ${formatDay(lastSendingDay)}`}>
        Le préavis est de 15 jours ouvrés (art. 4.2 et 4.3). Envoyée aujourd’hui, elle pourrait s’appliquer dès le{" "}
        {formatDay(earliest)}.
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={`Le préavis est dépassé : il fallait l’envoyer le ${formatDay(lastSendingDay)} au plus tard`}
    >
      Envoyée aujourd’hui, elle s’applique au plus tôt le {formatDay(earliest)}, sauf si le gestionnaire accepte le{" "}
      {formatDay(from)} (art. 4.2 et 4.3).
    </Notice>
  );
}
