import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import type { RequestSheet } from "@/lib/services/requests/read-request";
import { ProblemList } from "./problem-list";
import { RequestFiles } from "./request-files";
import { AcceptForm, AnomalyForm, PrepareForm, SendForm, TakeEffectForm } from "./step-forms";

type NextStepProps = { sheet: RequestSheet; operation: string; today: CivilDate; mayWrite: boolean };

/** What is to be done with a request now: one act, or whom it waits for. */
export function NextRequestStep(props: NextStepProps) {
  const { request } = props.sheet;
  if (request.state === "draft" || request.state === "anomaly") return <WrittenStep {...props} />;
  if (props.sheet.isOverdue) return <OverdueStep {...props} />;
  if (request.state === "sent") return <SentStep {...props} />;
  if (request.state === "accepted") {
    return (
      <Notice tone="success" title={`Acceptée : elle prend effet le ${formatDay(request.effectDay)}`}>
        Prorata l’applique ce jour-là au registre et aux coefficients. D’ici là rien ne change.
      </Notice>
    );
  }
  return null;
}

function WrittenStep({ sheet, operation, today, mayWrite }: NextStepProps) {
  const { request, findings, sites, earliest, lastSendingDay } = sheet;
  const isFaulty = findings.some(({ isBlocking }) => isBlocking);
  const isReady = request.preparedFiles.length > 0;
  const address = { operation, request: request.id };
  const edit = `/operations/${operation}/echeances/demandes/${request.id}/modifier` as Route;
  return (
    <PageSection
      title={request.state === "anomaly" ? "Étape suivante : corriger et renvoyer" : "Étape suivante : envoyer"}
      actions={
        mayWrite && (
          <ButtonLink href={edit} variant="default">
            {request.state === "anomaly" ? "Corriger la demande" : "Modifier la demande"}
          </ButtonLink>
        )
      }
    >
      {request.state === "anomaly" && <ProblemList problems={request.events.at(-1)?.problems ?? []} sites={sites} />}
      <NoticeOfSending wanted={request.wantedDay} last={lastSendingDay} earliest={earliest} today={today} />
      {mayWrite && (isFaulty ? <Faulty /> : <PrepareForm {...address} isReady={isReady} />)}
      {mayWrite && isReady && !isFaulty && (
        <>
          <RequestFiles operation={operation} request={request.id} files={request.preparedFiles} />
          <p>{HOW_TO_SEND[request.kind === "termination" ? "registered" : "mail"]}</p>
          <SendForm {...address} today={today} isShort={request.wantedDay < earliest} wantedDay={request.wantedDay} />
        </>
      )}
    </PageSection>
  );
}

const HOW_TO_SEND = {
  mail: "Envoyez-les par courriel à l’interlocuteur de l’annexe 3, puis enregistrez ici le jour : ces fichiers sont gardés tels quels.",
  registered:
    "Signez la lettre et envoyez-la en recommandé avec avis de réception, puis enregistrez ici le jour de l’envoi.",
} as const;

const Faulty = () => (
  <Notice tone="danger" title="Le gestionnaire refuserait cette demande">
    Corrigez ce que la vérification signale ci-dessous ; les fichiers se préparent ensuite.
  </Notice>
);

type NoticeOfSendingProps = { wanted: CivilDate; last: CivilDate; earliest: CivilDate; today: CivilDate };

function NoticeOfSending({ wanted, last, earliest, today }: NoticeOfSendingProps) {
  if (last >= today) {
    return <Notice title={`Pour un effet le ${formatDay(wanted)}, à envoyer au plus tard le ${formatDay(last)}`} />;
  }
  return (
    <Notice
      tone="warning"
      title={`Le préavis est dépassé : il fallait envoyer la demande le ${formatDay(last)} au plus tard`}
    >
      Envoyée aujourd’hui, elle peut demander un effet à partir du {formatDay(earliest)}.
    </Notice>
  );
}

function SentStep({ sheet, operation, today, mayWrite }: NextStepProps) {
  const { request, answerDue, isAnswerLate, sites } = sheet;
  const address = { operation, request: request.id };
  return (
    <PageSection title="Étape suivante : la réponse du gestionnaire">
      {isAnswerLate ? (
        <Notice tone="danger" title={`La réponse était attendue le ${formatDay(answerDue)} au plus tard`}>
          Relancez l’interlocuteur de l’annexe 3 : sans acceptation, rien ne change.
        </Notice>
      ) : (
        <Notice title={describeWait(request, answerDue)} />
      )}
      {mayWrite && (
        <>
          <AcceptForm {...address} today={today} wantedDay={request.effectDay ?? request.wantedDay} />
          <details>
            <summary>Le gestionnaire signale une anomalie</summary>
            <AnomalyForm
              {...address}
              today={today}
              sites={[...sites].map(([id, { name, prm }]) => ({ id, label: `${name} (${prm})` }))}
            />
          </details>
        </>
      )}
    </PageSection>
  );
}

function describeWait({ kind, effectDay }: RequestSheet["request"], answerDue: CivilDate | null): string {
  if (kind === "termination") return `La résiliation prend effet le ${formatDay(effectDay)}, sans autre réponse`;
  if (answerDue === null) return "La convention ne fixe pas de délai de réponse";
  return `Le gestionnaire répond au plus tard le ${formatDay(answerDue)} (5 jours ouvrés)`;
}

function OverdueStep({ sheet: { request }, operation, mayWrite }: NextStepProps) {
  return (
    <PageSection title="Étape suivante : la prise d’effet">
      <Notice tone="danger" title={`L’effet du ${formatDay(request.effectDay)} n’est pas encore appliqué`}>
        Prorata essaie chaque jour. Appliquez-la maintenant pour savoir ce qui l’empêche.
      </Notice>
      {mayWrite && <TakeEffectForm operation={operation} request={request.id} />}
    </PageSection>
  );
}
