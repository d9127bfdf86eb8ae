import type { ScoreNode } from "@/lib/domain/scoring/scoring-tree";
import cae from "../fixtures/scoring/cae.json";
import eci from "../fixtures/scoring/eci.json";
import toyTrees from "../fixtures/scoring/toy-trees.json";

/** A referential of the fixtures, with the depth of its measures. */
export type TestTree = { readonly root: ScoreNode; readonly measureDepth: number };

/** Written as `[id, points, children]`. */
type ToyTree = { readonly root: string; readonly measureDepth: number; readonly nodes: readonly unknown[][] };

function toyTree({ root, measureDepth, nodes }: ToyTree): TestTree {
  const byId = new Map(nodes.map((row) => [row[0], row as [string, number, string[]]]));
  const build = (id: string): ScoreNode => {
    const [, points, children] = byId.get(id) as [string, number, string[]];
    return { id, points, children: children.map(build) };
  };
  return { root: build(root), measureDepth };
}

/** Written as `[id, points, …]`, nested by the dots of the ids; the root has an empty one. */
type WholeTree = { readonly measureDepth: number; readonly nodes: readonly unknown[][] };

function wholeTree(name: string, { measureDepth, nodes }: WholeTree): TestTree {
  type Building = { id: string; points: number; children: Building[] };
  const byId = new Map<string, Building>();
  for (const [id, points] of nodes as [string, number][]) {
    const node = { id: id === "" ? name : `${name}_${id}`, points, children: [] };
    byId.set(id, node);
    if (id !== "") byId.get(id.split(".").slice(0, -1).join("."))?.children.push(node);
  }
  return { root: byId.get("") as Building, measureDepth };
}

const TREES: Readonly<Record<string, TestTree>> = {
  ...Object.fromEntries(
    Object.entries(toyTrees as Record<string, ToyTree>).map(([name, tree]) => [name, toyTree(tree)]),
  ),
  cae: wholeTree("cae", cae),
  eci: wholeTree("eci", eci),
};

/** A referential of the fixtures: `simple`, `deeper`, `mesure-3.1.1`, `cae` (1 471 nodes) or `eci`. */
export function testTree(name: string): TestTree {
  const tree = TREES[name];
  if (!tree) throw new Error(`no tree ${name}`);
  return tree;
}
