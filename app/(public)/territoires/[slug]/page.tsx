import type { Metadata } from "next";
import { cache } from "react";
import { PublicFiguresView } from "@/components/publishing/public-figures-view";
import { DemonstrationBanner } from "@/components/ui/demonstration-banner";
import { Logo } from "@/components/ui/logo";
import { PageSection } from "@/components/ui/page-section";
import type { PublicFigures } from "@/lib/domain/publishing/public-figures";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay } from "@/lib/format/format-instant";
import { operationAddressSchema } from "@/lib/schemas/operation";
import { readPublication } from "@/lib/services/publishing/read-publication";
import styles from "./page.module.css";
import { PublicSources } from "./public-sources";

type PublicPageProps = PageProps<"/territoires/[slug]">;

const LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

// The page and its metadata read the same once.
const readOnce = cache(async (slug: string) => {
  // What cannot be a name is unknown; PostgreSQL would choke on some of it.
  const address = operationAddressSchema.safeParse(slug);
  return address.success ? await readPublication(address.data) : null;
});

export async function generateMetadata({ params }: PublicPageProps): Promise<Metadata> {
  const found = await readOnce((await params).slug);
  if (!found) return { title: "Page introuvable", robots: { index: false, follow: false } };
  const { operation } = found;
  return {
    title: `${operation.name} : l’énergie partagée`,
    description: `Ce que les toits de l’opération « ${operation.name} » ont produit et ce qui en a été utilisé sur place, mois par mois. Publié par ${operation.collectivityName}.`,
    robots: operation.isIndexed ? { index: true, follow: false } : { index: false, follow: false },
  };
}

/** The figures of an operation for anybody. No session is read, nothing is set, and nothing in it needs a script. */
export default async function PublicPage({ params }: PublicPageProps) {
  const found = await readOnce((await params).slug);
  if (!found) return <NothingPublished />;
  const { operation, figures } = found;
  const { slug, name, collectivityName, place, sentence, startDay, isDemonstration } = operation;
  const updated = nameLatest(figures);
  const file = (format: string) => `/api/v1/published-operations/${slug}/months.${format}`;
  return (
    <>
      {isDemonstration && <DemonstrationBanner />}
      <main id="contenu" tabIndex={-1} className={styles.main}>
        <header className={styles.header}>
          <p className={styles.publisher}>
            <Logo /> {collectivityName}
          </p>
          <h1>{name} : l’énergie partagée</h1>
          <p className={styles.lead}>
            Depuis le {formatDay(startDay)}, l’électricité des toits de cette opération d’autoconsommation collective
            est partagée entre ses participants{place ? ` (${place})` : ""}.
          </p>
          {sentence && <p className={styles.sentence}>{sentence}</p>}
        </header>
        <PublicFiguresView
          figures={figures}
          files={[
            { label: "Télécharger en CSV", href: file("csv") },
            { label: "en JSON", href: file("json") },
          ]}
        />
        <PublicSources carbonFactors={figures.carbonFactors} />
        <PageSection title="Réutiliser ces données">
          <p className={styles.words}>
            Données publiées par {collectivityName} sous <a href={LICENCE}>Licence Ouverte 2.0</a>. Citez le producteur
            et la date de mise à jour{updated ? `, le ${updated}` : ""}. Les colonnes sont décrites dans{" "}
            <a href="/documentation/api">la documentation de l’API</a>.
          </p>
        </PageSection>
      </main>
    </>
  );
}

function nameLatest({ months }: PublicFigures): string | null {
  const instants = months.map(({ settledAt }) => settledAt.getTime());
  return instants.length === 0 ? null : formatInstantDay(Math.max(...instants));
}

// Not by notFound(): its page needs a script, once the answer has begun.
function NothingPublished() {
  return (
    <main id="contenu" tabIndex={-1} className={styles.main}>
      <h1>Cette page n’existe pas, ou n’est pas publiée</h1>
      <p className={styles.words}>
        L’adresse contient peut-être une faute, ou la collectivité ne publie pas les chiffres de cette opération.
      </p>
    </main>
  );
}
