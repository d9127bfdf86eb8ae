/** The hatches, for the `<defs>` of an SVG; `prefix` keeps them apart from another chart's. */
export function EnergyPatterns({ prefix }: { prefix: string }) {
  return (
    <>
      <pattern
        id={`${prefix}-surplus`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill="var(--energy-surplus)" fillOpacity={0.75} />
        <rect width={1.5} height={6} fill="var(--energy-surplus-hatch)" />
      </pattern>
      <pattern
        id={`${prefix}-missing`}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width={8} height={8} fill="var(--energy-missing)" />
        <rect width={1.5} height={8} fill="var(--energy-missing-hatch)" />
      </pattern>
    </>
  );
}
