import "server-only";
import type { DataTableRowData } from "@/components/ui/data-table";
import { tableBody, tableHeader } from "@/components/ui/download-table";
import type { TableColumn } from "@/lib/format/table-cells";
import { toCsv, toCsvRows } from "@/lib/format/to-csv";
import { answerFile } from "@/lib/server/answer-file";

/** A table as the file a spreadsheet opens, a page of it in memory at a time. */
export function streamTableFile<Item>({
  name,
  columns,
  pages,
  toRow,
}: {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly pages: AsyncIterable<readonly Item[]>;
  readonly toRow: (item: Item) => DataTableRowData;
}): Response {
  const encoder = new TextEncoder();
  async function* content() {
    yield encoder.encode(toCsv(tableHeader(columns), []));
    for await (const items of pages) yield encoder.encode(`\r\n${toCsvRows(tableBody(columns, items.map(toRow)))}`);
  }
  return answerFile({ name, type: "text/csv; charset=utf-8", content: content() });
}
