"use client";

import { Button } from "@mantine/core";
import { Icon } from "./icon";

export function PrintButton() {
  return (
    <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()} data-no-print>
      Imprimer
    </Button>
  );
}
