import { Button, Text, Title } from "@mantine/core";
import { useDocumentTitle, useLocalStorage } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useDeletedMaps, useMaps } from "@/api/maps";
import { problemWords } from "@/api/problem";
import type { MapSummary } from "@/api/types";
import { useLanguage, useWords, type Words } from "@/app/i18n";
import { chunk, Nothing as NoDialog, Part } from "@/ui/chunk";
import { Trouble } from "@/ui/Trouble";
import { Waiting } from "@/ui/Waiting";
import { PortfolioContext } from "./context";
import { DropFiles } from "./DropFiles";
import { EmptyPortfolio } from "./EmptyPortfolio";
import { Header } from "./Header";
import { MapCards } from "./MapCards";
import type { Making } from "./making";
import classes from "./page.module.css";
import { Rail } from "./Rail";
import { type Selecting, selectMaps } from "./selecting";
import { type Layout, Toolbar } from "./Toolbar";
import { useFolders } from "./useFolders";
import { useMapActions } from "./useMapActions";
import { type Shelf, useSelecting } from "./useSelecting";

// Each is needed by some visitors only, and not for the first picture.
const MapTable = chunk(() => import("./MapTable"), Part);
const NewMap = chunk(() => import("./create/NewMap"), NoDialog);
const FolderDialog = chunk(() => import("./FolderDialog"), NoDialog);
const ProblemsDialog = chunk(() => import("./ProblemsDialog"), NoDialog);

/** What is asked of the user in a dialog over the portfolio. */
type Asking =
  | { what: "make"; making: Making; files: File[] }
  | { what: "folder"; rename: string | null; then: (name: string) => void }
  | { what: "problems"; map: MapSummary };

/** All maps: find, file and begin them. */
export default function PortfolioPage() {
  const t = useWords();
  const { data: maps, error, refetch } = useMaps();
  useDocumentTitle(t("portfolio-page-title"));
  if (!maps) {
    return error ? (
      <Trouble
        title={t("app-unreachable-title")}
        advice={problemWords(t, error)}
        action={{ label: t("app-try-again"), run: () => refetch() }}
      />
    ) : (
      <Waiting />
    );
  }
  return <Portfolio maps={maps} />;
}

function Portfolio({ maps }: { maps: readonly MapSummary[] }) {
  const t = useWords();
  const [selecting, shelf, change] = useSelecting();
  const [asking, setAsking] = useState<Asking | null>(null);
  const actions = useMapActions();
  const { folders, ...folding } = useFolders(maps);
  const close = () => setAsking(null);
  const make = (making: Making, files: File[] = []) => setAsking({ what: "make", making, files });
  const nameFolder = (rename: string | null, then: (name: string) => void) =>
    setAsking({ what: "folder", rename, then });

  const portfolio = {
    maps,
    folders,
    actions,
    moveToNewFolder: (map: MapSummary) => nameFolder(null, (name) => actions.move(map, name)),
    showProblems: (map: MapSummary) => setAsking({ what: "problems", map }),
  };
  return (
    <PortfolioContext value={portfolio}>
      <Header search={selecting.search} onSearch={(search) => change({ search })} onMake={make} />
      <div className={classes.page}>
        <aside className={classes.side}>
          <Rail
            maps={maps}
            folders={folders}
            shelf={shelf}
            folder={selecting.folder}
            onOpen={(shelf, folder) => change({ shelf, folder, status: null, owner: null, tag: null })}
            onDropMap={(id, folder) => {
              const map = maps.find((one) => one.id === id);
              if (map) actions.move(map, folder);
            }}
            onCreate={() => nameFolder(null, folding.create)}
            onRename={(from) => nameFolder(from, (to) => folding.rename(from, to))}
            onDissolve={folding.dissolve}
          />
        </aside>
        <main className={classes.main}>
          <ShelfView shelf={shelf} selecting={selecting} onChange={change} onMake={make} />
        </main>
      </div>
      <DropFiles onFiles={(files) => make("file", files)} />
      {asking?.what === "make" && (
        <NewMap making={asking.making} files={asking.files} folder={selecting.folder} onClose={close} />
      )}
      {asking?.what === "folder" && (
        <FolderDialog
          title={t(asking.rename === null ? "portfolio-folder-new" : "portfolio-folder-rename")}
          confirm={t(asking.rename === null ? "portfolio-folder-create" : "portfolio-folder-rename")}
          initial={asking.rename ?? ""}
          folders={folders}
          onDone={asking.then}
          onClose={close}
        />
      )}
      {asking?.what === "problems" && <ProblemsDialog map={asking.map} onClose={close} />}
    </PortfolioContext>
  );
}

interface ShelfProps {
  shelf: Shelf;
  selecting: Selecting;
  onChange: (change: Partial<Selecting>) => void;
  onMake: (making: Making) => void;
}

/** The maps of the shelf in use. */
function ShelfView({ shelf, selecting, onChange, onMake }: ShelfProps) {
  const t = useWords();
  const language = useLanguage();
  const { data: kept = [] } = useMaps();
  const { data: deleted, isPending } = useDeletedMaps(shelf === "deleted");
  const [layout, setLayout] = useLocalStorage<Layout>({ key: "kelias-layout", defaultValue: "cards" });
  const maps = shelf === "deleted" ? (deleted ?? []) : kept;
  const shown = useMemo(
    () => (shelf === "deleted" ? maps : selectMaps(maps, selecting, language)),
    [shelf, maps, selecting, language],
  );
  if (shelf === "kept" && kept.length === 0) {
    return <EmptyPortfolio onMake={onMake} />;
  }
  if (shelf === "deleted" && isPending) {
    return <Waiting height="50vh" />;
  }
  return (
    <>
      <div className={classes.heading}>
        <Title order={1} size="h2" dir="auto">
          {headingOf(t, shelf, selecting)}
        </Title>
        <Text c="dimmed" size="sm" role="status">
          {t("portfolio-count", { count: shown.length })}
        </Text>
      </div>
      {shelf === "deleted" ? (
        <Text c="dimmed" size="sm" mb="md">
          {t("portfolio-deleted-what")}
        </Text>
      ) : (
        <Toolbar maps={kept} selecting={selecting} layout={layout} onChange={onChange} onLayout={setLayout} />
      )}
      {shown.length === 0 ? (
        <Nothing shelf={shelf} selecting={selecting} onChange={onChange} />
      ) : layout === "table" && shelf !== "deleted" ? (
        <MapTable
          maps={shown}
          selecting={selecting}
          onSort={(sorting, reversed) => onChange({ sorting, reversed })}
        />
      ) : (
        <MapCards maps={shown} showFolder={selecting.folder === null} />
      )}
    </>
  );
}

function headingOf(t: Words, shelf: Shelf, selecting: Selecting): string {
  if (shelf === "kept") {
    return selecting.folder ?? t("portfolio-all");
  }
  return t(shelf === "archived" ? "portfolio-archive-shelf" : "portfolio-deleted-shelf");
}

/** Why there is nothing to see, and the way on. */
function Nothing({ shelf, selecting, onChange }: Omit<ShelfProps, "onMake">) {
  const t = useWords();
  const narrowed =
    selecting.search !== "" ||
    selecting.status !== null ||
    selecting.owner !== null ||
    selecting.tag !== null;
  if (narrowed && shelf !== "deleted") {
    return (
      <div className={classes.nothing}>
        <Text>{t("portfolio-nothing-found")}</Text>
        <Button
          variant="default"
          onClick={() => onChange({ search: "", status: null, owner: null, tag: null })}
        >
          {t("portfolio-nothing-found-clear")}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.nothing}>
      <Text c="dimmed">
        {t(shelf === "kept" ? "portfolio-nothing-folder" : `portfolio-nothing-${shelf}`)}
      </Text>
    </div>
  );
}
