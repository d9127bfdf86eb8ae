import type * as z from "zod";
import { errorMessage } from "@/lib/format/error-message";
import { apiComponents } from "@/lib/schemas/api/api-component";
import type { ApiRoute } from "@/lib/schemas/api/api-route";
import { listFields } from "@/lib/schemas/api/list-fields";
import { listRouteErrors, sayScope } from "@/lib/schemas/api/openapi-document";
import { CodeBlock } from "./code-block";
import { DocTable } from "./doc-table";
import styles from "./page.module.css";

type RouteDescriptionProps = {
  route: ApiRoute;
  /** Schemas of the document by name. */
  schemas: Readonly<Record<string, unknown>>;
};

/** One route: its address, what it takes, what it answers and refuses, and how to call it. */
export function RouteDescription({ route, schemas }: RouteDescriptionProps) {
  const { method, path, title, description, query, body, answers, curl, operationId } = route;
  const answerSchema = answers[0]?.content["application/json"];
  return (
    <article className={styles.route} id={operationId} aria-labelledby={`${operationId}-titre`}>
      <h3 id={`${operationId}-titre`}>{title}</h3>
      <p className={styles.address}>
        <span className={styles.method}>{method}</span>
        <span>{path}</span>
      </p>
      <p>{description}</p>
      <p>{sayScope(route)}</p>
      <CodeBlock label={`Exemple : ${title}`} text={curl} />
      {query && (
        <DocTable
          caption={`Paramètres : ${title}`}
          columns={["Paramètre", "Rôle"]}
          rows={Object.entries(query.shape).map(([name, schema]) => ({
            key: name,
            cells: [<code key={name}>{name}</code>, schema.description],
          }))}
        />
      )}
      {body?.kind === "json" && (
        <Fields title={`Champs de la demande : ${title}`} schema={body.schema} schemas={schemas} />
      )}
      <DocTable
        caption={`Réponses : ${title}`}
        columns={["Statut", "Sens"]}
        rows={answers.map(({ status, description: meaning }) => ({ key: String(status), cells: [status, meaning] }))}
      />
      {answerSchema && answerSchema !== "text" && (
        <Fields title={`Champs de la réponse : ${title}`} schema={answerSchema} schemas={schemas} />
      )}
      <Refusals route={route} />
    </article>
  );
}

function Fields({
  title,
  schema,
  schemas,
}: {
  title: string;
  schema: z.ZodType;
  schemas: RouteDescriptionProps["schemas"];
}) {
  const id = apiComponents.get(schema)?.id;
  const fields = listFields(id === undefined ? {} : { $ref: id }, schemas);
  if (fields.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{title}</summary>
      <DocTable
        caption={title}
        columns={["Champ", "Type", "Sens"]}
        rows={fields.map(({ path, type, description, isRequired }, index) => ({
          key: `${index}`,
          cells: [<code key={path}>{path}</code>, isRequired ? type : `${type}, facultatif`, description],
        }))}
      />
    </details>
  );
}

function Refusals({ route }: { route: ApiRoute }) {
  const errors = listRouteErrors(route);
  if (errors.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{`Refus : ${route.title}`}</summary>
      <DocTable
        caption={`Refus : ${route.title}`}
        columns={["Code", "Statut", "Message"]}
        rows={errors.flatMap(({ status, codes }) =>
          codes.map((code) => ({
            key: `${status}${code}`,
            cells: [<code key={code}>{code}</code>, status, errorMessage(code)],
          })),
        )}
      />
    </details>
  );
}
