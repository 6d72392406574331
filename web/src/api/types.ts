import type { components } from "./schema.gen";

type Schemas = components["schemas"];

// The names under which the page speaks of what the server's description calls the same or longer.
export type Change = Schemas["Change"];
export type Comparison = Schemas["Comparison"];
export type Diagnostic = Schemas["MapProblem"];
export type Evidence = Schemas["JourneyEvidence"];
export type JourneyMap = Schemas["JourneyMap"];
export type JourneyText = Schemas["JourneyText"];
export type Link = Schemas["Link"];
export type MadeLink = Schemas["MadeLink"];
export type MapStatus = Schemas["JourneyMapStatus"];
export type Session = Schemas["Session"];
export type Version = Schemas["VersionSummary"];
export type MapSummary = Schemas["MapSummary"];
export type Preview = Schemas["Preview"];
export type Template = Schemas["TemplateSummary"];
