import type { Metadata } from "next";
import Link from "next/link";
import * as z from "zod";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { API_ROUTES, CALCULATION_EXAMPLE } from "@/lib/schemas/api/api-routes";
import { openApiDocument } from "@/lib/schemas/api/openapi-document";
import { CodeBlock } from "./code-block";
import styles from "./page.module.css";
import { RouteDescription } from "./route-description";

export const metadata: Metadata = {
  title: "API",
  description: "Comment un logiciel envoie des mesures à Prorata et en lit les résultats.",
};

const { components } = z
  .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
  .parse(openApiDocument());

const GROUPS = [...new Set(API_ROUTES.map(({ group }) => group))];

const FIRST_CALL = `export PRORATA=https://prorata.ma-commune.example
export CLE=prorata_…

curl -H "Authorization: Bearer $CLE" "$PRORATA/api/v1/operations/ACC00000112/periods"`;

const REFUSAL = JSON.stringify(
  {
    error: {
      code: "UNKNOWN_PERIOD",
      message: "Cette période n’existe pas dans cette opération.",
      details: { from: "2026-04-02" },
    },
  },
  null,
  2,
);

export default function ApiDocumentationPage() {
  return (
    <>
      <PageHeader
        title="API"
        lead="Un logiciel peut envoyer des mesures, calculer une période et lire les résultats."
      />
      <PageSection title="Commencer">
        <ol className={styles.list}>
          <li>
            Ouvrez <Link href="/compte">Compte</Link>, puis « Clés d’API ». Donnez un nom à la clé et choisissez sa
            portée : lecture ; mesures, pour seulement en envoyer et suivre leur import ; lecture et écriture. Elle peut
            n’ouvrir que certaines opérations, et finit le jour que vous dites.
          </li>
          <li>
            Copiez la clé aussitôt : elle n’est montrée qu’une fois. Elle agit en votre nom, avec vos droits au plus.
          </li>
          <li>
            Envoyez-la dans l’en-tête <code>Authorization</code> de chaque demande. Une clé permet 1 000 demandes
            d’affilée, puis 1 200 par minute : les en-têtes <code>RateLimit-Remaining</code> et{" "}
            <code>RateLimit-Reset</code> disent ce qui reste, <code>Retry-After</code> quand recommencer après un refus
            (429).
          </li>
        </ol>
        <CodeBlock label="Premier appel" text={FIRST_CALL} />
        <p>
          La même description existe pour les machines, au format OpenAPI 3.1 :{" "}
          <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
        </p>
      </PageSection>
      <PageSection title="Conventions">
        <ul className={styles.list}>
          <li>L’opération est nommée par son numéro ACC, ou par le nom qui figure dans l’adresse de ses pages.</li>
          <li>
            Les énergies sont en Wh par pas et jamais négatives, les puissances en W, les coefficients en millionièmes
            (ppm) : l’unité est dans le nom du champ.
          </li>
          <li>
            <code>null</code> veut dire manquant. Une valeur qui manque n’est jamais remplacée par 0.
          </li>
          <li>
            Les instants sont en UTC, les jours sont ceux de Paris. Un jour de changement d’heure a 46 ou 50
            demi-heures.
          </li>
          <li>
            Une période va de <code>from</code>, compris, à <code>toExclusive</code>, non compris.
          </li>
          <li>
            Un refus a toujours la même forme. Un programme compare <code>code</code>, une personne lit{" "}
            <code>message</code>.
          </li>
        </ul>
        <CodeBlock label="Exemple de refus" text={REFUSAL} />
      </PageSection>
      {GROUPS.map((group) => (
        <PageSection key={group} title={group}>
          {API_ROUTES.filter((route) => route.group === group).map((route) => (
            <RouteDescription key={route.operationId} route={route} schemas={components.schemas} />
          ))}
        </PageSection>
      ))}
      <PageSection title="Un exemple à vérifier à la main">
        <p>
          L’exemple de la convention (article 11.7.2), à envoyer à la calculatrice : P1 donne 100 000 Wh à C1, 34 090,9
          Wh à C2 et 25 000 Wh à C3, et garde 40 909,1 Wh de surplus.
        </p>
        <CodeBlock label="Exemple de la convention" text={JSON.stringify(CALCULATION_EXAMPLE, null, 2)} />
      </PageSection>
    </>
  );
}
