export default import.meta.glob<string>(
  [
    "../../../../locales/lt/page*.ftl",
    "!../../../../locales/lt/page-{app,portfolio,share}.ftl",
    "../../../../locales/lt/changes.ftl",
  ],
  { query: "?raw", import: "default", eager: true },
);
