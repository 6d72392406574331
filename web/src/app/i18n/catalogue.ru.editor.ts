export default import.meta.glob<string>(
  [
    "../../../../locales/ru/page*.ftl",
    "!../../../../locales/ru/page-{app,portfolio,share}.ftl",
    "../../../../locales/ru/changes.ftl",
  ],
  { query: "?raw", import: "default", eager: true },
);
