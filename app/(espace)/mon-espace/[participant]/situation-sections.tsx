import styles from "@/components/participant-space/own-space.module.css";
import { PageSection } from "@/components/ui/page-section";
import type { OwnKey, OwnStay } from "@/lib/domain/participant-space/own-registry";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay, formatPeriodName } from "@/lib/format/format-date";
import { formatPpm } from "@/lib/format/format-percent";
import { describeOwnDate, describeOwnStay, OWN_KEY_MEANINGS } from "@/lib/format/own-space-words";
import type { OwnSituation } from "@/lib/services/participant-space/read-own-situation";

/** His share now and to come, his metering points, his next dates. */
export function SituationSections({ situation, today }: { situation: OwnSituation; today: CivilDate }) {
  const { stays, keyInForce, keysToCome, dates, currentPeriod } = situation;
  const consuming = stays.filter(({ role, toExclusive }) => role === "consumer" && isOpen(toExclusive, today));
  const isThere = consuming.some(({ from }) => from <= today);
  const hasShare = isThere || (consuming.length > 0 && keysToCome.length > 0);
  return (
    <>
      {hasShare && (
        <PageSection title="Votre part de la production">
          {isThere && keyInForce && (
            <Share of={keyInForce} stays={stays} since={`Depuis le ${formatDay(keyInForce.from)}`} />
          )}
          {isThere && !keyInForce && (
            <p>Aucune clé n’est encore en vigueur : la production est partagée au prorata des consommations de tous.</p>
          )}
          {keysToCome.map((key) => (
            <Share
              key={`${key.from}-${key.state}`}
              of={key}
              stays={stays}
              since={`${key.state === "announced" ? "Annoncé, à partir du" : "À partir du"} ${formatDay(key.from)}`}
            />
          ))}
        </PageSection>
      )}
      <PageSection title="Vos compteurs">
        {stays.length === 0 && (
          <p>Aucun compteur n’est encore rattaché à votre nom : l’organisateur l’ajoute, et il paraît ici.</p>
        )}
        <ul className={styles.list}>
          {stays.map((stay) => (
            <li key={`${stay.meteringPointId}-${stay.role}-${stay.from}`}>{describeOwnStay(stay, today)}</li>
          ))}
        </ul>
        {currentPeriod && (
          <p className={styles.note}>
            Le mois en cours ({formatPeriodName(currentPeriod.from, currentPeriod.toExclusive)}) sera calculé quand les
            mesures de tous les jours seront reçues.
          </p>
        )}
      </PageSection>
      {dates.length > 0 && (
        <PageSection title="Vos prochaines dates">
          <ul className={styles.list}>
            {dates.map((date) => (
              <li key={`${date.day}-${date.kind}-${date.prm}`}>{describeOwnDate(date)}</li>
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

function Share({ of: { kind, shares }, stays, since }: { of: OwnKey; stays: readonly OwnStay[]; since: string }) {
  const prmOf = (id: string) => stays.find(({ meteringPointId }) => meteringPointId === id)?.prm ?? "";
  return (
    <>
      <p>
        <strong>{since}.</strong> {OWN_KEY_MEANINGS[kind]}
      </p>
      {kind === "static" && (
        <ul className={styles.list}>
          {shares.length === 0 && <li>Aucune part ne vous est réservée.</li>}
          {shares.map(({ meteringPointId, ppm }) => (
            <li key={meteringPointId}>
              Compteur {prmOf(meteringPointId)} : <strong>{formatPpm(ppm)}</strong> de la production
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const isOpen = (toExclusive: CivilDate | null, today: CivilDate) => toExclusive === null || toExclusive > today;
