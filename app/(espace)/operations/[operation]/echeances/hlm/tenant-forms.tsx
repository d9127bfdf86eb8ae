import { EntryForm } from "@/components/correspondence/entry-form";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import type { ReadTenantChange } from "@/lib/services/hlm/read-tenant-changes";

type TenantFormsProps = {
  change: ReadTenantChange;
  address: string;
  holders: readonly { readonly id: string; readonly name: string }[];
  day: CivilDate;
};

/** What can be noted of a point that waits: its next contract, then a refusal; that nobody is awaited any more. */
export function TenantForms({ change, address, holders, day }: TenantFormsProps) {
  const { point, state, returnDay, newTenant, endDay, endNoticeDay } = change;
  if (point === null) return null;
  return (
    <section aria-label={`${point.name}, ${point.prm}`}>
      <h3>{`${point.name} (${point.prm})`}</h3>
      {endNoticeDay === null && (
        <EntryForm
          label={`Avis de départ : ${point.name}`}
          submit="Noter l’avis"
          address={address}
          fixed={{ move: "notice" }}
          fields={[
            {
              kind: "day",
              name: "day",
              label: "Avis d’Enedis de la fin du contrat reçu le",
              max: day,
              initial: day,
              isRequired: true,
            },
          ]}
        />
      )}
      {state === "vacant" ? (
        <>
          <p>Contrat terminé le {formatDay(endDay)}. Enedis prévient quand un nouveau contrat est en service.</p>
          <EntryForm
            label={`Mise en service : ${point.name}`}
            submit="Noter la mise en service"
            address={address}
            fixed={{ move: "service" }}
            fields={[
              { kind: "day", name: "day", label: "Mise en service le", min: endDay, isRequired: true },
              {
                kind: "day",
                name: "noticeDay",
                label: "Avis d’Enedis reçu le",
                max: day,
                initial: day,
                isRequired: true,
              },
              {
                kind: "choice",
                name: "participantId",
                label: "Nouveau locataire",
                description: "Son autorisation pour la courbe de charge est à recueillir avant son retour.",
                isRequired: true,
                options: [
                  { value: "", label: "Choisir un participant" },
                  ...holders.map(({ id, name }) => ({ value: id, label: name })),
                ],
              },
            ]}
          />
        </>
      ) : (
        <>
          <p>
            {newTenant?.name} : le PRM revient le {formatDay(returnDay)}, sauf si son refus est signalé à Enedis avant
            ce jour.
          </p>
          <EntryForm
            label={`Refus : ${point.name}`}
            submit="Noter le refus"
            address={address}
            fixed={{ move: "refuse" }}
            fields={[
              {
                kind: "day",
                name: "day",
                label: "Refus signalé à Enedis le",
                max: day,
                initial: day,
                isRequired: true,
              },
            ]}
          />
        </>
      )}
      <details>
        <summary>Personne n’est plus attendu</summary>
        <EntryForm
          label={`Abandon : ${point.name}`}
          submit="Ne plus attendre"
          address={address}
          fixed={{ move: "abandon" }}
          fields={[{ kind: "day", name: "day", label: "À partir du", max: day, initial: day, isRequired: true }]}
        />
      </details>
    </section>
  );
}
