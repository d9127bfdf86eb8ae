import { PageSection } from "@/components/ui/page-section";
import { listGrantedCollectivities } from "@/lib/server/access";
import { readTwoFactorDuties } from "@/lib/server/read-two-factor-duties";
import { DutySwitch } from "./duty-switch";

/** For who administers a collectivity: whether its administrators and officers need a second factor. */
export async function DutySection() {
  const collectivities = await listGrantedCollectivities("administer");
  if (collectivities.length === 0) return null;
  const duties = await readTwoFactorDuties(collectivities.map(({ id }) => id));
  return (
    <PageSection title="Dans votre collectivité">
      <p>
        Qui administre ou gère pour la collectivité peut être tenu d’avoir la double authentification : qui ne l’a pas
        est mené à l’activer avant toute autre page. Ses calendriers et ses clés d’API attendent aussi, sauf les clés
        qui ne font qu’envoyer des mesures. Qui se connecte seulement par un fournisseur d’identité en dépend pour son
        second facteur.
      </p>
      {collectivities.map(({ id, name }) => (
        <DutySwitch key={id} collectivityId={id} name={name} isRequired={duties.has(id)} />
      ))}
    </PageSection>
  );
}
