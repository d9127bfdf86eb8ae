import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { MonthKeySheet } from "@/lib/services/coefficients/read-month-key";
import { AnswerForm, GiveUpForm, SendForm } from "./delivery-forms";

type DeliveryStepsProps = {
  slug: string;
  month: MonthKeySheet;
  delivery: NonNullable<MonthKeySheet["delivery"]>;
  today: CivilDate;
  mayWrite: boolean;
};

/** From the draft to the operator's answer: the file, the day it left, what came back. */
export function DeliverySteps({ slug, month, delivery, today, mayWrite }: DeliveryStepsProps) {
  const { made, period } = month;
  const isWhole = made !== null && made.missingCount === 0 && !made.isOtherPerimeter;
  const hidden = { operation: slug, delivery: delivery.id };
  return (
    <PageSection
      title="Envoyer à Enedis"
      actions={
        isWhole &&
        delivery.kind === "dynamic_simple" && (
          <ButtonLink
            href={`/api/v1/operations/${slug}/coefficients/annex-5?from=${period.from}` as Route}
            variant="default"
            download
          >
            Télécharger l’annexe 5
          </ButtonLink>
        )
      }
    >
      {made && made.missingCount > 0 && (
        <Notice
          tone="warning"
          title={`${formatCount(made.missingCount, "pas n’a", "pas n’ont")} pas de coefficient : le fichier serait refusé`}
        >
          Des mesures manquent. Complétez-les puis refaites la clé, ou donnez une valeur à ces heures à la main.
        </Notice>
      )}
      {made?.isOtherPerimeter && (
        <Notice tone="warning" title="Le périmètre a changé depuis que cette clé a été faite">
          Enedis attend une colonne pour chaque consommateur de la période, et aucune autre : refaites la clé.
        </Notice>
      )}
      {delivery.state === "draft" && delivery.channel === "api" && (
        <p>
          Cette clé part par l’interface d’Enedis, pas à pas : noter l’envoi garde chaque pas tel qu’il est à
          transmettre, avec la réponse qu’il attend. Un pas sans coefficient y compte comme fautif (art. 4.4).
        </p>
      )}
      {delivery.state === "draft" && delivery.channel === "file" && isWhole && (
        <p>
          {month.isLate
            ? "Si ce fichier est parti à temps, notez le jour de son envoi : la clé ne changera plus."
            : `Envoyez ce fichier par courriel à l’interlocuteur de l’annexe 3 au plus tard le ${formatDay(month.deadline)}, puis notez ici le jour de l’envoi : la clé ne changera plus.`}
        </p>
      )}
      {delivery.sentDay && (
        <p>
          Envoyée le {formatDay(delivery.sentDay)}
          {delivery.answeredDay && `, réponse d’Enedis le ${formatDay(delivery.answeredDay)}`}.
          {delivery.state === "refused" &&
            " Une clé corrigée peut remplacer celle-ci jusqu’au dernier jour du délai : faites-la ou importez-la ci-dessous."}
        </p>
      )}
      {mayWrite && delivery.state === "draft" && (
        <>
          {(isWhole || delivery.channel === "api") && <SendForm hidden={hidden} today={today} minDay={period.from} />}
          <GiveUpForm hidden={hidden} />
        </>
      )}
      {mayWrite && delivery.sentDay && <AnswerForm hidden={hidden} today={today} minDay={delivery.sentDay} />}
    </PageSection>
  );
}
