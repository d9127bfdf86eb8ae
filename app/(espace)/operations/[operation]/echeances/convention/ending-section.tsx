import type { Route } from "next";
import { EntryForm } from "@/components/correspondence/entry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { composeEndingMessage } from "@/lib/format/compose-ending-message";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import type { WatchedEnding } from "@/lib/services/convention/read-convention-watch";

type EndingSectionProps = {
  ending: WatchedEnding;
  sheet: { readonly name: string };
  api: string;
  day: CivilDate;
  mayWrite: boolean;
};

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Participant", kind: "text" },
  { key: "part", label: "Part", kind: "text" },
  { key: "told", label: "Prévenu le", kind: "day" },
  { key: "state", label: "État", kind: "status" },
];

/** A suspension or an end: what stops and from when, who tells whom, and who was told. */
export function EndingSection({ ending, sheet, api, day, mayWrite }: EndingSectionProps) {
  const { kind, effectDay, isAnnounced, dsoNoticeDay, dsoToldDay, people } = ending;
  const untold = people.filter(({ toldDay }) => toldDay === null);
  const key = { ending: kind, effectDay };
  const letters = `${api}/letters?ending=${kind}&effectDay=${effectDay}`;
  return (
    <PageSection
      title={`${kind === "suspension" ? "Suspension" : "Fin de la convention"} au ${formatDay(effectDay)}`}
      actions={
        mayWrite &&
        untold.length > 0 && (
          <ButtonLink href={letters as Route} download>
            {`Lettres aux participants (${untold.length}, PDF)`}
          </ButtonLink>
        )
      }
    >
      <ul>
        <li>Le partage de la production s’arrête ce jour-là : chacun est facturé de toute sa consommation.</li>
        <li>
          Enedis prévient les fournisseurs, les producteurs et les responsables d’équilibre au plus tard le{" "}
          {formatDay(dsoNoticeDay)}, cinq jours ouvrés avant
          {dsoToldDay ? ` : c’est fait, le ${formatDay(dsoToldDay)}.` : "."}
        </li>
        <li>
          Vous prévenez les participants dans les plus brefs délais :{" "}
          {untold.length === 0
            ? "c’est fait."
            : `${formatCount(untold.length, "participant reste", "participants restent")} à prévenir.`}
        </li>
        {isAnnounced && (
          <li>Elle n’est qu’annoncée, par un courrier ou par une demande envoyée : elle n’a pas encore pris effet.</li>
        )}
      </ul>
      {mayWrite && (
        <DataTable
          caption="Participants à prévenir"
          columns={COLUMNS}
          rows={people.map(({ participantId, name, email, isProducer, toldDay }) => ({
            id: participantId,
            cells: {
              name,
              part: isProducer ? "producteur" : "consommateur",
              told: toldDay,
              state: toldDay === null ? { text: "à prévenir", tone: "warning" } : { text: "prévenu", tone: "success" },
            },
            actions: toldDay === null && (
              <>
                <ButtonLink
                  href={`${letters}&participant=${participantId}` as Route}
                  variant="default"
                  size="xs"
                  download
                >
                  {`Lettre à ${name}`}
                </ButtonLink>
                {email && (
                  <ButtonLink
                    href={mailTo(email, key, sheet, isProducer) as Route}
                    variant="default"
                    size="xs"
                    download
                  >
                    {`Courriel à ${name}`}
                  </ButtonLink>
                )}
              </>
            ),
          }))}
        />
      )}
      {mayWrite && (
        <EntryForm
          key={dsoToldDay}
          label={dsoToldDay === null ? "Noter l’avis d’Enedis" : "Corriger l’avis d’Enedis"}
          submit={dsoToldDay === null ? "Noter qu’Enedis les a prévenus" : "Corriger ce jour"}
          address={`${api}/notices`}
          fixed={{ ...key, by: "dso" }}
          fields={[
            {
              kind: "day",
              name: "toldDay",
              label: "Enedis les a prévenus le",
              max: day,
              initial: dsoToldDay ?? day,
              isRequired: true,
            },
          ]}
        />
      )}
      {mayWrite && untold.length > 0 && (
        <EntryForm
          label="Noter qui est prévenu"
          submit="Noter qu’ils sont prévenus"
          address={`${api}/notices`}
          fixed={{ ...key }}
          fields={[
            {
              kind: "choice",
              name: "participantId",
              label: "Qui",
              options: [
                { value: "", label: "Tous ceux qui restent" },
                ...untold.map(({ participantId, name }) => ({ value: participantId, label: name })),
              ],
            },
            { kind: "day", name: "toldDay", label: "Prévenus le", max: day, initial: day, isRequired: true },
          ]}
        />
      )}
    </PageSection>
  );
}

type Key = { readonly ending: WatchedEnding["kind"]; readonly effectDay: CivilDate };

function mailTo(email: string, key: Key, sheet: { readonly name: string }, isProducer: boolean): string {
  const { subject, paragraphs } = composeEndingMessage(key, sheet, isProducer);
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(paragraphs.join("\n\n"))}`;
}
