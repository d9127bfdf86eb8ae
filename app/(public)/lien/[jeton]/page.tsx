import type { Metadata } from "next";
import styles from "@/app/(public)/connexion/page.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { describeInvitation } from "@/lib/format/describe-invitation";
import { formatInstant } from "@/lib/format/format-instant";
import { findUser, type SignedInUser } from "@/lib/server/access";
import { now } from "@/lib/server/now";
import { type ShownAccountLink, showAccountLink } from "@/lib/services/accounts/show-account-link";
import { acceptInvitationAction, confirmEmailAction, setPasswordByLinkAction } from "./actions";
import { LinkForm } from "./link-form";
import { LinkOutcome } from "./link-outcome";

// A title in the browser's history names nobody; the address itself is for nobody else's eyes.
export const metadata: Metadata = {
  title: "Lien",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** What a link is for. Opening it does nothing: programs that guard mailboxes open links before people do. */
export default async function LinkPage({ params }: PageProps<"/lien/[jeton]">) {
  const { jeton } = await params;
  const user = await findUser();
  const link = await showAccountLink(jeton, user?.id ?? null, await now());
  return (
    <main id="contenu" tabIndex={-1} className={styles.main}>
      <LinkOutcome>{link ? <OpenLink link={link} token={jeton} user={user} /> : <LinkOver />}</LinkOutcome>
    </main>
  );
}

function LinkOver() {
  return (
    <>
      <h1 className={styles.title}>Ce lien ne mène plus à rien</h1>
      <p>Il a déjà servi, il a été remplacé par un autre, ou son délai est passé.</p>
      <ul>
        <li>Une invitation : demandez-en une autre à qui vous a invité.</li>
        <li>Un nouveau mot de passe : demandez un autre lien ci-dessous.</li>
        <li>Une nouvelle adresse : demandez-la à nouveau dans votre compte.</li>
      </ul>
      <p>
        <ButtonLink href="/mot-de-passe-oublie">Mot de passe oublié</ButtonLink>{" "}
        <ButtonLink href="/connexion" variant="default">
          Se connecter
        </ButtonLink>
      </p>
    </>
  );
}

type OpenLinkProps = { link: ShownAccountLink; token: string; user: SignedInUser | null };

function OpenLink(props: OpenLinkProps) {
  switch (props.link.kind) {
    case "invitation":
      return <Invitation {...props} />;
    case "password":
      return <NewPassword {...props} />;
    case "email":
      return <NewAddress {...props} />;
  }
}

function Invitation({ link, token, user }: OpenLinkProps) {
  const { isOwn, asks } = link;
  return (
    <>
      <h1 className={styles.title}>Votre invitation</h1>
      <p className={styles.lead}>
        {link.inviterName ?? "L’administrateur de l’installation"} vous invite dans Prorata comme{" "}
        {describeInvitation(link)}.
      </p>
      <KeyValues
        items={[
          { label: "Adresse électronique", value: link.email },
          { label: "À accepter avant le", value: formatInstant(link.expiresAt) },
        ]}
      />
      {user && !isOwn && (
        <Notice tone="warning" title={`Vous êtes connecté avec un autre compte : ${user.email}`}>
          L’invitation vaut pour {link.email}, et pour ce compte-là seulement.
        </Notice>
      )}
      {EXPLANATIONS[asks] && <p>{EXPLANATIONS[asks]}</p>}
      <LinkForm
        label="Accepter l’invitation"
        token={token}
        email={link.email}
        name={link.name ?? ""}
        asks={asks}
        submit="Accepter l’invitation"
        action={acceptInvitationAction}
        next={
          asks === "nothing" ? { href: "/", label: "Ouvrir Prorata" } : { href: "/connexion", label: "Se connecter" }
        }
      />
    </>
  );
}

const EXPLANATIONS: Readonly<Record<OpenLinkProps["link"]["asks"], string | null>> = {
  nothing: null,
  first_password: "Cette adresse n’a pas encore de compte : choisissez son mot de passe.",
  new_password:
    "Cette adresse a déjà un compte, mais rien ne montrait encore qu’elle est la vôtre : choisissez un nouveau mot de passe. Les sessions, clés d’API, calendriers et le second facteur que ce compte avait prendront fin.",
  current_password:
    "Cette adresse a déjà un compte : donnez son mot de passe. S’il n’en a pas, connectez-vous d’abord, puis ouvrez ce lien à nouveau.",
  either: null,
};

function NewPassword({ link, token }: OpenLinkProps) {
  return (
    <>
      <h1 className={styles.title}>Choisir un nouveau mot de passe</h1>
      <p className={styles.lead}>
        Pour le compte de {link.email}. Toutes ses sessions prendront fin ; le second facteur, s’il y en a un, reste
        demandé.
      </p>
      <LinkForm
        label="Nouveau mot de passe"
        token={token}
        email={link.email}
        asks={link.asks}
        mayEndKeys
        submit="Choisir ce mot de passe"
        action={setPasswordByLinkAction}
        next={{ href: "/connexion", label: "Se connecter" }}
      />
    </>
  );
}

function NewAddress({ link, token, user }: OpenLinkProps) {
  return (
    <>
      <h1 className={styles.title}>Confirmer cette adresse</h1>
      <p className={styles.lead}>
        {link.email} remplacera l’adresse de votre compte.
        {!link.isFirstProof && " Vos sessions sur d’autres appareils prendront fin."}
      </p>
      {link.isFirstProof && (
        <p>
          Rien ne montrait encore que l’adresse de ce compte était la vôtre : choisissez un nouveau mot de passe. Les
          sessions, clés d’API, calendriers et le second facteur que ce compte avait prendront fin ; vous pourrez en
          faire d’autres.
        </p>
      )}
      <LinkForm
        label="Nouvelle adresse"
        token={token}
        email={link.email}
        asks={link.asks}
        submit="Confirmer cette adresse"
        action={confirmEmailAction}
        next={
          user && !link.isFirstProof
            ? { href: "/compte", label: "Votre compte" }
            : { href: "/connexion", label: "Se connecter" }
        }
      />
    </>
  );
}
