import { ButtonLink } from "@/components/ui/button-link";
import { journalAddress } from "./journal-address";

type Collectivity = { readonly id: string; readonly name: string };
type CollectivityChoiceProps = {
  readonly address: string;
  readonly chosen: Collectivity;
  readonly others: readonly Collectivity[];
};

/** The way to the trail of another collectivity one administers; nothing for who has one. */
export function CollectivityChoice({ address, chosen, others }: CollectivityChoiceProps) {
  if (others.length === 0) return null;
  return (
    <nav aria-label="Collectivité">
      {chosen.name} · autres collectivités :{" "}
      {others.map(({ id, name }) => (
        <ButtonLink key={id} href={journalAddress(address, { collectivite: id })} variant="subtle">
          {name}
        </ButtonLink>
      ))}
    </nav>
  );
}
