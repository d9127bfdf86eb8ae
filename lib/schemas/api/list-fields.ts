import * as z from "zod";

/** One field of a body, as a person reads it. */
export type SchemaField = {
  /** `import.report.files[].name`; `{…}` stands for a key of the sender's choice. */
  readonly path: string;
  /** French: `texte`, `liste de nombres ou null`… */
  readonly type: string;
  readonly description: string;
  readonly isRequired: boolean;
};

const nodeSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.string()).optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), nodeSchema).default({});
  },
  // False: no more items than the tuple has.
  get items() {
    return z.union([z.boolean().transform(() => undefined), nodeSchema]).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean().transform(() => undefined), nodeSchema]).optional();
  },
  get anyOf() {
    return z.array(nodeSchema).default([]);
  },
  get oneOf() {
    return z.array(nodeSchema).default([]);
  },
});

type SchemaNode = z.output<typeof nodeSchema>;

const TYPES: Readonly<Record<string, string>> = {
  string: "texte",
  number: "nombre",
  integer: "entier",
  boolean: "vrai ou faux",
  object: "objet",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "jour",
  "date-time": "instant",
  uuid: "identifiant",
};

/**
 * Every field of a JSON Schema in the order of the document, those inside others after them.
 *
 * @param components - What its references name.
 */
export function listFields(schema: unknown, components: Readonly<Record<string, unknown>>): readonly SchemaField[] {
  const resolve = (node: SchemaNode): SchemaNode => {
    const id = node.$ref?.split("/").at(-1);
    return id === undefined ? node : { ...nodeSchema.parse(components[id]), ...withoutEmpty(node) };
  };
  return fieldsOf(nodeSchema.parse(schema), "", { resolve, open: [] });
}

type Resolve = (node: SchemaNode) => SchemaNode;

/** `open`: references that are being described; one of them inside itself, as in a tree, is not described again. */
type Context = { readonly resolve: Resolve; readonly open: readonly string[] };

function fieldsOf(given: SchemaNode, path: string, { resolve, open }: Context): readonly SchemaField[] {
  const { $ref } = given;
  if ($ref !== undefined && open.includes($ref)) return [];
  const context: Context = { resolve, open: $ref === undefined ? open : [...open, $ref] };
  const node = resolve(given);
  const named = Object.entries(node.properties).flatMap(([name, child]) => {
    const childPath = path === "" ? name : `${path}.${name}`;
    return fieldOf(child, childPath, node.required.includes(name), context);
  });
  const free = node.additionalProperties ? fieldOf(node.additionalProperties, `${path}.{…}`, false, context) : [];
  const inside = node.items ? fieldsOf(node.items, `${path}[]`, context) : [];
  const variants = [...node.anyOf, ...node.oneOf].flatMap((variant) => fieldsOf(variant, path, context));
  return [...named, ...free, ...inside, ...variants];
}

function fieldOf(given: SchemaNode, path: string, isRequired: boolean, context: Context): readonly SchemaField[] {
  const node = context.resolve(given);
  const description = node.description ?? "";
  const type = describeType(node, context.resolve);
  return [{ path, type, description, isRequired }, ...fieldsOf(given, path, context)];
}

function describeType(given: SchemaNode, resolve: Resolve): string {
  const node = resolve(given);
  if (node.const !== undefined) return typeof node.const === "string" ? `« ${node.const} »` : String(node.const);
  const variants = [...node.anyOf, ...node.oneOf].map((variant) => describeType(variant, resolve));
  if (variants.length > 0) return [...new Set(variants)].join(" ou ");
  const types = Array.isArray(node.type) ? node.type : [node.type ?? "object"];
  return types.map((type) => describeOneType(type, node, resolve)).join(" ou ");
}

function describeOneType(type: string, node: SchemaNode, resolve: Resolve): string {
  if (type === "array") return `liste : ${node.items ? describeType(node.items, resolve) : "valeurs"}`;
  if (type === "string" && node.enum) return node.enum.join(", ");
  const format = node.format === undefined ? undefined : FORMATS[node.format];
  return (type === "string" ? format : undefined) ?? TYPES[type] ?? type;
}

// What stands beside a reference (a description of its own) wins over what it refers to.
function withoutEmpty(node: SchemaNode): Partial<SchemaNode> {
  return node.description === undefined ? {} : { description: node.description };
}
