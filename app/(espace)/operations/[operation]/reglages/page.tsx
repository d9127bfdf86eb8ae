import type { Metadata } from "next";
import {
  CALENDAR_FIELDS,
  DESCRIPTION_FIELDS,
  NAME_FIELD,
  NUMBER_FIELD,
  partyFields,
  SIGNATURE_FIELD,
} from "@/components/operations/sheet-fields";
import { SheetSection } from "@/components/operations/sheet-section";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { PrintButton } from "@/components/ui/print-button";
import type { PartyRole } from "@/lib/domain/operation/operation-party";
import { formatDay } from "@/lib/format/format-date";
import { formatDayOfMonth } from "@/lib/format/format-day-of-month";
import { describeMissingFields, PARTY_LABELS } from "@/lib/format/operation-labels";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readContactChanges } from "@/lib/services/contacts/read-contact-changes";
import { readOperationSheet } from "@/lib/services/operations/read-operation-sheet";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import { updateSheetAction } from "./actions";
import { PendingContacts } from "./pending-contacts";
import {
  calendarItems,
  descriptionItems,
  participantItems,
  partyItems,
  partyValues,
  signatureItems,
} from "./sheet-items";

export const metadata: Metadata = { title: "Fiche de l’opération" };

const INTROS: Readonly<Partial<Record<PartyRole, string>>> = {
  correspondent: "La personne à qui Enedis écrit pour l’exécution de la convention.",
  agent:
    "L’entreprise qui échange avec Enedis au nom de la personne morale organisatrice, si elle en a mandaté une, et reçoit les données publiées.",
  signatory: "La personne habilitée à signer la convention pour la personne morale organisatrice.",
  dso: "Le bureau régional à qui l’on écrit une fois l’opération démarrée.",
};

export default async function SettingsPage({ params }: PageProps<"/operations/[operation]/reglages">) {
  const operation = await requireOperation((await params).operation);
  const { sheet } = operation;
  const read = await readOperationSheet(operation, await today());
  const pending = (await readContactChanges(operation.id)).changes.filter(({ isApplied }) => !isApplied);
  const mayEdit = isGranted(operation.role, "write");
  const common = { operation: sheet.slug, mayEdit, action: updateSheetAction };
  const party = (role: PartyRole) => (
    <SheetSection
      {...common}
      section={role}
      title={PARTY_LABELS[role]}
      intro={INTROS[role]}
      items={partyItems(role, read.parties[role])}
      {...(role === "agent" ? { empty: "Aucun mandataire." } : {})}
      fields={partyFields(role)}
      values={partyValues(role, read.parties[role])}
    />
  );
  return (
    <>
      <PageHeader
        title="Fiche de l’opération"
        lead="Ce que la convention demande de dire de l’opération et de ceux qui en répondent (annexes 1 et 3)."
        actions={<PrintButton />}
      />
      {read.missing.length > 0 && <MissingFields sentences={describeMissingFields(read.missing)} />}
      <PendingContacts slug={sheet.slug} changes={pending} />
      {party("organiser")}
      {party("referent")}
      <SheetSection
        {...common}
        section="operation"
        title="Opération"
        items={descriptionItems(sheet)}
        fields={[NAME_FIELD, ...DESCRIPTION_FIELDS]}
        values={{
          name: sheet.name,
          place: sheet.place ?? "",
          proximityKind: sheet.proximityKind ?? "",
          derogationBasis: sheet.derogationBasis ?? "",
          networkZone: sheet.networkZone,
          perimeterManagement: sheet.perimeterManagement,
          holidayRegion: sheet.holidayRegion,
        }}
      />
      <SheetSection
        {...common}
        section="number"
        title="Numéro"
        items={[
          {
            label: "Numéro de l’opération",
            value: sheet.accNumber ?? "pas encore reçu",
            help: `Adresse dans Prorata : ${sheet.slug}. Elle vaut avec ou sans numéro, et ne change pas.`,
          },
        ]}
        fields={[NUMBER_FIELD]}
        values={{ accNumber: sheet.accNumber ?? "" }}
      />
      <SheetSection
        {...common}
        section="signature"
        title="Signature de la convention"
        intro="Enedis donne la date de démarrage dans les 5 jours ouvrés qui suivent la signature des deux parties (art. 3.1)."
        items={signatureItems(sheet)}
        fields={[SIGNATURE_FIELD]}
        values={{ conventionSignedDay: sheet.conventionSignedDay ?? "" }}
      />
      <PageSection title="Participants">
        <KeyValues items={participantItems(read)} />
      </PageSection>
      <SheetSection
        {...common}
        section="calendar"
        title="Calendrier de calcul"
        intro={
          read.mayChangeCalendar
            ? undefined
            : "Des mesures ou des résultats existent déjà : ces trois réglages ne changent plus, car les périodes calculées ne seraient plus les mêmes. Une date anniversaire qu’Enedis déplace s’enregistre sous « Calendrier »."
        }
        mayEdit={mayEdit && read.mayChangeCalendar}
        items={calendarItems(sheet, anniversariesOf(sheet))}
        fields={CALENDAR_FIELDS}
        values={{
          startDay: sheet.startDay,
          monthlyAnniversaryDay: String(sheet.monthlyAnniversaryDay),
          stepMinutes: String(sheet.stepMinutes),
        }}
      />
      {party("correspondent")}
      {party("agent")}
      {party("signatory")}
      {party("dso")}
    </>
  );
}

/** In words, those that stand: « le 1er de chaque mois, puis le 15 à partir du 02/07/2026 ». */
function anniversariesOf(sheet: AuthorizedOperation["sheet"]): string {
  const [first, ...later] = settlementCalendarOf(sheet).anniversaries;
  const moved = later.map(
    ({ from, dayOfMonth }) => `puis le ${formatDayOfMonth(dayOfMonth)} à partir du ${formatDay(from)}`,
  );
  return [`le ${formatDayOfMonth(first?.dayOfMonth ?? sheet.monthlyAnniversaryDay)} de chaque mois`, ...moved].join(
    ", ",
  );
}

function MissingFields({ sentences }: { sentences: readonly string[] }) {
  return (
    <div data-no-print>
      <Notice tone="warning" title="À compléter avant de signer la convention">
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
