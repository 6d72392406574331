// What every visitor needs; the rest comes with the editor (catalogue.lt.editor.ts).
export default import.meta.glob<string>("../../../../locales/lt/page-{app,portfolio,share}.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
