import { createTheme, type MantineColorsTuple } from "@mantine/core";

// A deep blue-green. Shades 5 and darker carry white text (4.5:1 and more).
const petrol: MantineColorsTuple = [
  "#e8f4f5",
  "#cfe6e9",
  "#9fcdd3",
  "#6cb3bc",
  "#45a0ab",
  "#1f7f8b",
  "#0f6973",
  "#0b5660",
  "#08454d",
  "#05343a",
];

// Shades 5 and 6 are the filled buttons of the dark and the light scheme: white text needs 4.5:1 on them.
const red: MantineColorsTuple = [
  "#fdecea",
  "#fad4d1",
  "#f4a9a3",
  "#ec7f77",
  "#e2574d",
  "#cf2f27",
  "#b3261e",
  "#951f18",
  "#761812",
  "#56110d",
];

const green: MantineColorsTuple = [
  "#e3f4ed",
  "#c3e7d8",
  "#8fd3b8",
  "#5fbf9a",
  "#2ea37a",
  "#007f5a",
  "#00704f",
  "#005c41",
  "#004933",
  "#003626",
];

// Shade 6 is Mantine's dimmed text: its own grey fails 4.5:1 on white.
const gray: MantineColorsTuple = [
  "#f6f8f8",
  "#eef1f2",
  "#e1e6e8",
  "#cdd4d7",
  "#aab3b7",
  "#7d878c",
  "#586368",
  "#434d52",
  "#2d363a",
  "#192024",
];

// Mantine's dark scheme reads text from 0, dimmed from 2, borders from 4, surfaces from 6, the page from 7.
const dark: MantineColorsTuple = [
  "#dfe4e6",
  "#c2cacd",
  "#9eaaae",
  "#76838a",
  "#465258",
  "#384348",
  "#262f33",
  "#1a2124",
  "#13191b",
  "#0c1012",
];

export const theme = createTheme({
  colors: { petrol, gray, dark, red, green },
  primaryColor: "petrol",
  primaryShade: { light: 6, dark: 5 },
  white: "#ffffff",
  black: "#192024",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: {
    fontWeight: "650",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
    },
  },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" }, // an 8 px grid and its half
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "sm",
  shadows: {
    xs: "none",
    sm: "0 1px 2px rgb(0 0 0 / 8%)",
    md: "0 2px 8px rgb(0 0 0 / 12%)",
    lg: "0 2px 8px rgb(0 0 0 / 12%)",
    xl: "0 4px 16px rgb(0 0 0 / 14%)",
  },
  cursorType: "pointer",
  respectReducedMotion: true,
});
