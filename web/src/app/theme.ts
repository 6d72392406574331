import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

// Okabe-Ito's hues, each spread over ten shades of even lightness: told apart by the colour-blind and in greyscale.
const blue: MantineColorsTuple = [
  "#edf4fa",
  "#dde7f0",
  "#bed4e7",
  "#9bbedc",
  "#73a5cf",
  "#498dc1",
  "#0072b2",
  "#015e94",
  "#034b77",
  "#02385a",
];
const navy: MantineColorsTuple = [
  "#f3f6fa",
  "#e6eaed",
  "#cdd5dc",
  "#abb9c6",
  "#879bad",
  "#637e95",
  "#44647f",
  "#284e6c",
  "#0d3b5c",
  "#002945",
];
const vermilion: MantineColorsTuple = [
  "#fff5f0",
  "#f7ebe6",
  "#f4d6c8",
  "#f0bda4",
  "#e9a07b",
  "#e0814e",
  "#d55e00",
  "#b14d00",
  "#8e3d03",
  "#6b2d02",
];
const green: MantineColorsTuple = [
  "#f1faf5",
  "#e7f0ec",
  "#cce4d9",
  "#abd5c2",
  "#83c3a7",
  "#57b18e",
  "#009e73",
  "#00835f",
  "#04694b",
  "#034e37",
];
const orange: MantineColorsTuple = [
  "#fffdfb",
  "#fcf6ee",
  "#f6e6d1",
  "#f2d2a4",
  "#ecb96a",
  "#e69f00",
  "#c18503",
  "#9f6e0c",
  "#805600",
  "#5f4004",
];
const dark: MantineColorsTuple = [
  "#dbe3ea",
  "#bcc8d2",
  "#9dacb9",
  "#788898",
  "#4a5b6b",
  "#344352",
  "#25323f",
  "#17222c",
  "#101922",
  "#0a1118",
];

/** How every part of the page looks; what is the product's own stands in theme.css as `--kelias-*`. */
export const theme = createTheme({
  colors: { blue, navy, vermilion, green, orange, dark },
  primaryColor: "blue",
  primaryShade: { light: 6, dark: 6 },
  autoContrast: false,
  black: "#1c2733",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // A menu begins with its first entry, as its readers expect; Mantine's placeholder is no entry.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // The title bar of a dialog is no landmark of the page.
    Modal: { defaultProps: { attributes: { header: { role: "none" } } } },
    Drawer: { defaultProps: { attributes: { header: { role: "none" } } } },
  },
});

/** Mantine's dimmed and placeholder greys are too faint to be read by everybody (WCAG 1.4.3). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#566472",
    "--mantine-color-placeholder": "#66737f",
    "--mantine-color-error": "#b14d00",
    "--mantine-color-default-border": "#d5dce3",
  },
  dark: {
    "--mantine-color-dimmed": "#a3b2bf",
    "--mantine-color-placeholder": "#93a2b0",
    "--mantine-color-error": "#f0a077",
    "--mantine-color-anchor": "#7cc0ec",
  },
});
