import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { readReferential } from "@/lib/formats/referential/read-referential";
import { readReferentialUpload } from "@/lib/formats/referential/read-referential-upload";
import { CAE_ROWS, caeMarkdown } from "../../../support/referential-markdown";

const CAE = { id: "cae", measureDepth: 3 };
const bytes = (text: string) => new TextEncoder().encode(text);

function list(node: ReferentialNode | undefined): readonly ReferentialNode[] {
  return node ? [node, ...node.children.flatMap(list)] : [];
}

describe("the whole CAE", () => {
  const files = caeMarkdown();

  test("68 files give 1 471 nodes with the points of the programme, in the order of their numbers", () => {
    const reading = readReferential(files.toReversed(), CAE);
    expect(reading).toMatchObject({ generation: 2, errorCount: 0 });
    expect(files).toHaveLength(68);
    const nodes = list(reading.referential?.root);
    expect(nodes.map(({ number }) => number)).toEqual(CAE_ROWS.map(([id]) => id));
    for (const [index, [id, points, , , category = null]] of CAE_ROWS.entries()) {
      const node = nodes[index] as ReferentialNode;
      expect({ id, points: node.points }).toEqual({ id, points: expect.closeTo(points, 9) });
      expect(node.category).toBe(category);
    }
  });

  test("comes as an archive too, with its folders and whatever else is in it", () => {
    const entries = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
    const zip = zipSync({ ...entries, "cae/lisez-moi.txt": bytes("rien"), "__MACOSX/cae/1.md": bytes("x") });
    const reading = readReferentialUpload([{ name: "cae.zip", bytes: zip }], CAE);
    expect(reading.errorCount).toBe(0);
    expect(list(reading.referential?.root)).toHaveLength(1471);
  });

  test("a file that lacks leaves the others right", () => {
    const reading = readReferential(
      files.filter(({ name }) => name !== "cae/3.1.1.md"),
      CAE,
    );
    expect(reading.errorCount).toBe(0);
    expect(list(reading.referential?.root)[0]?.points).toBeCloseTo(490, 9);
  });
});
