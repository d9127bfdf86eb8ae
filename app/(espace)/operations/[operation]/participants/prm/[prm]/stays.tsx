import { decideStaysAction, planEntryAction } from "@/app/(espace)/operations/[operation]/participants/prm/actions";
import { CancelForm, CorrectionForm, EntryForm, ExitForm } from "@/components/registry/stay-forms";
import { KeyValues } from "@/components/ui/key-values";
import { formatDay } from "@/lib/format/format-date";
import { describeRoles, EXIT_CAUSES } from "@/lib/format/perimeter-words";
import type { readMeteringPointSheet } from "@/lib/services/registry/read-metering-point-sheet";
import styles from "./stays.module.css";

type Point = NonNullable<Awaited<ReturnType<typeof readMeteringPointSheet>>>["point"];
type Stay = Point["stays"][number];

type StaysProps = { operation: string; point: Point; today: string; canWrite: boolean };

/** When a metering point takes part, stay by stay, and what can be decided about each. */
export function Stays({ operation, point, today, canWrite }: StaysProps) {
  return (
    <>
      {point.stays.length === 0 && <p>Aucune date d’entrée : ce PRM ne participe pas.</p>}
      {groupStays(point.stays).map((stays) => (
        <StayGroup
          key={stays[0].id}
          stays={stays}
          operation={operation}
          point={point}
          today={today}
          canWrite={canWrite}
        />
      ))}
      {canWrite && (
        <details className={styles.decision}>
          <summary>Nouvelle entrée</summary>
          <EntryForm operation={operation} prm={point.prm} isStorage={point.isStorage} action={planEntryAction} />
        </details>
      )}
    </>
  );
}

type Group = readonly [Stay, ...Stay[]];

function StayGroup({ stays, operation, point, today, canWrite }: StaysProps & { stays: Group }) {
  const [{ holder, from, toExclusive, requestedFrom, requestedTo, exitCause }] = stays;
  const form = {
    operation,
    prm: point.prm,
    isStorage: point.isStorage,
    stays: stays.map(({ id, role }) => ({ id, role })),
    action: decideStaysAction,
  };
  const roles = stays.map(({ role }) => role);
  return (
    <section className={styles.stay}>
      <h3>{describeRoles(roles, point.isStorage)}</h3>
      <KeyValues
        items={[
          { label: "Titulaire", value: holder.name },
          { label: from > today ? "Entrée prévue" : "Entrée", value: formatDay(from), help: asked(requestedFrom) },
          {
            label: toExclusive !== null && toExclusive > today ? "Sortie prévue" : "Sortie",
            value: formatDay(toExclusive),
            help: toExclusive === null ? null : asked(requestedTo),
          },
          ...(isHandedOver(stays[0], point.stays) ? [{ label: "Fin", value: "Changement de titulaire" }] : []),
          ...(exitCause === null ? [] : [{ label: "Cause de la sortie", value: EXIT_CAUSES[exitCause] }]),
        ]}
      />
      {canWrite && (
        <div className={styles.decisions}>
          {toExclusive === null && (
            <details className={styles.decision}>
              <summary>Enregistrer une sortie</summary>
              <ExitForm {...form} />
            </details>
          )}
          <details className={styles.decision}>
            <summary>Corriger la date d’entrée</summary>
            <CorrectionForm {...form} what="entry" day={from} />
          </details>
          {toExclusive !== null && (
            <details className={styles.decision}>
              <summary>Corriger la date de sortie</summary>
              <CorrectionForm {...form} what="exit" day={toExclusive} />
            </details>
          )}
          {from > today && <CancelForm {...form} what="entry" />}
          {toExclusive !== null && <CancelForm {...form} what="exit" />}
        </div>
      )}
    </section>
  );
}

const asked = (day: string | null) => (day === null ? null : `demandée pour le ${formatDay(day)}`);

const isHandedOver = ({ role, toExclusive, holder }: Stay, all: readonly Stay[]) =>
  all.some((next) => next.role === role && next.from === toExclusive && next.holder.id !== holder.id);

/** Both roles of the same days are one thing to decide about. */
function groupStays(stays: readonly Stay[]): readonly Group[] {
  const groups = new Map<string, [Stay, ...Stay[]]>();
  for (const stay of stays) {
    const key = `${stay.from}|${stay.toExclusive}|${stay.holder.id}`;
    const group = groups.get(key);
    if (group) group.push(stay);
    else groups.set(key, [stay]);
  }
  return [...groups.values()];
}
