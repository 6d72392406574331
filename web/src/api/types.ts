import type { Diagnostic } from "./problem";

export type Texts = Record<string, string>;
export interface Preview {
  ribbon: string | null;
  stages: {
    id: string;
    title: Texts;
    columns: number;
    moment: string | null;
    colour: string | null;
    map: string | null;
  }[];
  curve: (number | null)[];
}
export interface MapSummary {
  id: string;
  title: Texts;
  language: string;
  status: "draft" | "in-review" | "approved" | "archived";
  owner: string | null;
  tags: string[];
  folder: string | null;
  subject: string;
  state: "as-is" | "to-be" | null;
  stages: number;
  steps: number;
  completeness: number | null;
  evidence_coverage: number | null;
  maps: string[];
  updated_at: string;
  updated_by: string | null;
  measured_at: string | null;
  deleted_at: string | null;
  source: "database" | "folder";
  problems: Diagnostic[];
  preview: Preview;
}
export interface Template {
  name: string;
  title: Texts;
  purpose: Texts;
  languages: string[];
  stages: Texts[];
  steps: number;
  lanes: number;
  personas: number;
  preview: Preview;
}
export interface JourneyMap {
  id: string;
  title: string | Texts;
  [key: string]: unknown;
}
export interface Session {
  actor: "owner" | "token" | "guest";
  name: string;
  map?: string | null;
  can_edit: boolean;
  version: string;
}
export interface Greeting {
  map: string;
  title: string;
  can_edit: boolean;
}
export interface Guest {
  map: string;
  can_edit: boolean;
}

interface Empty {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}
type Ok<Body> = { headers: Record<string, unknown>; content: { "application/json": Body } };
type Nothing = { headers: Record<string, unknown>; content?: never };
type Json<Body> = { content: { "application/json": Body } };
type InMap = Omit<Empty, "path"> & { path: { id: string } };

export interface paths {
  "/api/v1/session": {
    parameters: Empty;
    get: { parameters: Empty; requestBody?: never; responses: { 200: Ok<Session> } };
    patch: { parameters: Empty; requestBody: Json<{ name: string }>; responses: { 200: Ok<Session> } };
    delete: { parameters: Empty; requestBody?: never; responses: { 204: Nothing } };
  };
  "/api/v1/links/{secret}": {
    parameters: Empty;
    get: {
      parameters: Omit<Empty, "path"> & { path: { secret: string } };
      requestBody?: never;
      responses: { 200: Ok<Greeting> };
    };
  };
  "/api/v1/guests": {
    parameters: Empty;
    post: {
      parameters: Empty;
      requestBody: Json<{ link: string; name: string }>;
      responses: { 200: Ok<Guest>; 201: Ok<Guest> };
    };
  };
  "/api/v1/maps": {
    parameters: Empty;
    get: {
      parameters: Omit<Empty, "query"> & { query?: { deleted?: boolean } };
      requestBody?: never;
      responses: { 200: Ok<MapSummary[]> };
    };
    post: {
      parameters: Omit<Empty, "query"> & {
        query?: { folder?: string; template?: string; language?: string };
      };
      requestBody?: { content: { "application/yaml": string; "application/json": unknown } };
      responses: { 201: Ok<JourneyMap> };
    };
  };
  "/api/v1/maps/{id}": {
    parameters: Empty;
    get: { parameters: InMap; requestBody?: never; responses: { 200: Ok<JourneyMap> } };
    put: {
      parameters: Omit<InMap, "header"> & { header: { "If-Match": string } };
      requestBody: Json<JourneyMap>;
      responses: { 200: Ok<JourneyMap> };
    };
    delete: { parameters: InMap; requestBody?: never; responses: { 204: Nothing } };
    patch: {
      parameters: InMap;
      requestBody: Json<{ folder: string | null }>;
      responses: { 200: Ok<MapSummary> };
    };
  };
  "/api/v1/maps/{id}/undelete": {
    parameters: Empty;
    post: { parameters: InMap; requestBody?: never; responses: { 200: Ok<MapSummary> } };
  };
  "/api/v1/maps/{id}/duplicate": {
    parameters: Empty;
    post: { parameters: InMap; requestBody: Json<{ title?: string }>; responses: { 201: Ok<MapSummary> } };
  };
  "/api/v1/templates": {
    parameters: Empty;
    get: { parameters: Empty; requestBody?: never; responses: { 200: Ok<Template[]> } };
  };
  "/api/v1/templates/{name}": {
    parameters: Empty;
    get: {
      parameters: Omit<Empty, "path" | "query"> & { path: { name: string }; query?: { language?: string } };
      requestBody?: never;
      responses: { 200: Ok<JourneyMap> };
    };
  };
}
