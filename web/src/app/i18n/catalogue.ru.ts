// What every visitor needs; the rest comes with the editor (catalogue.ru.editor.ts).
export default import.meta.glob<string>("../../../../locales/ru/page-{app,portfolio,share}.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
