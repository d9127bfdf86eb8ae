import type { Route } from "next";
import { decideStaysAction, planEntryAction } from "@/app/(espace)/operations/[operation]/participants/prm/actions";
import { RegistryForm } from "@/components/registry/registry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { PageSection } from "@/components/ui/page-section";
import type { LetterKind } from "@/lib/domain/letters/convention-letter";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { formatDay } from "@/lib/format/format-date";
import type { AuthorizedOperation } from "@/lib/server/access";
import type { ReadLetter } from "@/lib/services/letters/read-letters";
import { readMeteringPointSheet } from "@/lib/services/registry/read-metering-point-sheet";

type NextStepsProps = { operation: AuthorizedOperation; letter: ReadLetter };

/** What to do about a letter, each with the screen or the file that does it: for whoever may write. */
export async function NextSteps({ operation, letter }: NextStepsProps) {
  const links = linksOf(operation.sheet.slug, letter);
  const change = letter.point && letter.effectDay ? await changeOf(operation, letter) : null;
  if (links.length === 0 && !change) return null;
  return (
    <PageSection title="À faire">
      {change}
      <p data-no-print>
        {links.map(({ label, href, isFile }, index) => (
          <span key={href}>
            {index > 0 && " "}
            <ButtonLink
              href={href as Route}
              variant={index === 0 && !change ? "filled" : "default"}
              download={isFile === true}
            >
              {label}
            </ButtonLink>
          </span>
        ))}
      </p>
    </PageSection>
  );
}

type Link = { readonly label: string; readonly href: string; readonly isFile?: boolean };

function linksOf(slug: string, { kind, point, receivedDay }: ReadLetter): readonly Link[] {
  const room = `/operations/${slug}`;
  const proof: Link = {
    label: "Télécharger le justificatif",
    href: `/api/v1${room}/consents/proof?participant=${point?.participantId}&requestedOn=${receivedDay}`,
    isFile: true,
  };
  const consents: Link = {
    label: "Voir ses consentements",
    href: `${room}/participants/consentements/${point?.participantId}`,
  };
  const sheet: Link = { label: "Fiche du PRM", href: `${room}/participants/prm/${point?.prm}` };
  const editor: Link = { label: "Préparer les nouveaux coefficients", href: `${room}/coefficients/editeur` };
  const settings: Link = { label: "Fiche de l’opération", href: `${room}/reglages` };
  const convention: Link = { label: "Prévenir les participants", href: `${room}/echeances/convention` };
  const calendar: Link = { label: "Déplacer la date anniversaire", href: `${room}/reglages/calendrier` };
  const byKind: Readonly<Partial<Record<LetterKind, readonly Link[]>>> = {
    consent_proof: [proof, consents],
    agreement_proof: [proof, consents],
    access_ended: [sheet],
    access_suspended: [editor, sheet],
    access_resumed: [sheet],
    start_notice: [settings],
    suspension: [convention],
    breach_termination: [convention],
    termination: [convention],
    contact_change: [settings],
    anniversary_move: [calendar],
  };
  return byKind[kind] ?? [];
}

/**
 * The exit or the entry that a letter announces, one click away; nothing once the registry says so, nor where the letter
 * does not tell which of a point's two roles it is about.
 */
async function changeOf(operation: AuthorizedOperation, letter: ReadLetter) {
  const { kind, point, effectDay } = letter;
  const change = pendingChange(letter);
  if (!point || !effectDay || !change) return null;
  const sheet = await readMeteringPointSheet(operation.id, point.prm);
  const stays = (sheet?.point.stays ?? []).filter((stay) =>
    change === "entry" ? stay.exitCause === "contract_suspended" : isAttachedOn(stay, effectDay),
  );
  const [stay] = stays;
  const isOneRole = new Set(stays.map(({ role }) => role)).size === 1;
  if (!stay || !(isOneRole || sheet?.point.isStorage)) return null;
  const hidden = { operation: operation.sheet.slug, prm: point.prm, day: effectDay };
  if (change === "entry") {
    return (
      <RegistryForm
        label="Enregistrer l’entrée"
        submit={`Enregistrer l’entrée au ${formatDay(effectDay)}`}
        action={planEntryAction}
        hidden={{ ...hidden, roles: stay.role }}
      />
    );
  }
  const cause = kind === "access_ended" ? "contract_ended" : "contract_suspended";
  return (
    <RegistryForm
      label="Enregistrer la sortie"
      submit={`Enregistrer la sortie au ${formatDay(effectDay)}`}
      action={decideStaysAction}
      hidden={{ ...hidden, kind: "exit", cause, stays: stay.id }}
    />
  );
}

function pendingChange({ kind, facts }: ReadLetter): "entry" | "exit" | null {
  if (kind === "access_resumed") return facts.isEntryRecorded ? null : "entry";
  const isExit = kind === "access_ended" || kind === "access_suspended";
  return isExit && !facts.isExitRecorded ? "exit" : null;
}
