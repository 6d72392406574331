// What every visitor needs; the rest comes with the editor (catalogue.en.editor.ts).
export default import.meta.glob<string>("../../../../locales/en/page-{app,portfolio,share}.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
