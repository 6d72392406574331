export default import.meta.glob<string>(
  [
    "../../../../locales/en/page*.ftl",
    "!../../../../locales/en/page-{app,portfolio,share}.ftl",
    "../../../../locales/en/changes.ftl",
  ],
  { query: "?raw", import: "default", eager: true },
);
