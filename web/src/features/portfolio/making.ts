/** The ways to a new map. */
export type Making = "template" | "file" | "spreadsheet";
