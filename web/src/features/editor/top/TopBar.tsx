import { ActionIcon, Button, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChartBar,
  IconHelpCircle,
  IconPresentation,
} from "@tabler/icons-react";
import { memo } from "react";
import { Link } from "wouter";
import { useWords } from "@/app/i18n";
import { useHistory } from "@/document/hooks";
import type { MapSnapshot } from "@/document/types";
import { Mark } from "@/ui/Mark";
import type { Commands } from "../commands/command";
import { shownKeys } from "../commands/hotkeys";
import type { EditorProps } from "../Editor";
import { useEditor } from "../state/context";
import type { View } from "../state/view";
import { FilterMenu } from "./FilterMenu";
import { HeadMenus } from "./HeadMenus";
import { MapTitle } from "./MapTitle";
import { MoreMenu } from "./MoreMenu";
import { PanelButtons } from "./PanelButtons";
import { PartOf } from "./PartOf";
import { People } from "./People";
import { PersonaChips } from "./PersonaChips";
import { Refused } from "./Refused";
import { SaveStateSign } from "./SaveState";
import classes from "./top.module.css";

interface Props extends EditorProps {
  readonly snapshot: MapSnapshot;
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
  readonly actions: Commands;
}

/** What belongs to the map as a whole: its name and state, whose journey is shown, and what can be opened. */
export function TopBar(props: Props) {
  const { id, isOwner, snapshot, view, change, actions, state } = props;
  const bar = (
    <header className={classes.bar}>
      <AllMaps />
      <PartOf id={id} isOwner={isOwner} />
      <MapTitle title={snapshot.head.title} />
      <HeadMenus head={snapshot.head} />
      <PersonaChips personas={snapshot.personas} view={view} change={change} />
      <span className={classes.space} />
      <SaveStateSign state={state} />
      <UndoButtons actions={actions} />
      <div className={`${classes.group} ${classes.tools}`}>
        <Switches view={view} change={change} isMeasured={props.measurement !== null} />
        <FilterMenu view={view} change={change} />
        <PanelButtons isOwner={isOwner} view={view} change={change} />
        <Present id={id} />
        <MoreMenu id={id} isOwner={isOwner} actions={actions} view={view} change={change} />
      </div>
      <People people={props.people} />
    </header>
  );
  return (
    <>
      {bar}
      {state.kind === "refused" && <Refused state={state} isOwner={isOwner} reconnect={props.reconnect} />}
    </>
  );
}

// The parts of the bar stand still while letters are written into the map.

const AllMaps = memo(function AllMaps() {
  const t = useWords();
  return (
    <Tooltip label={t("editor-all-maps")}>
      <Link href="/" aria-label={t("editor-all-maps")} style={{ display: "flex" }}>
        <Mark size={26} />
      </Link>
    </Tooltip>
  );
});

const Present = memo(function Present({ id }: { id: string }) {
  const t = useWords();
  return (
    <Tooltip label={t("editor-present")}>
      <ActionIcon
        component={Link}
        href={`/maps/${id}/present`}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("editor-present")}
      >
        <IconPresentation size={19} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
});

const UndoButtons = memo(function UndoButtons({ actions }: Pick<Props, "actions">) {
  const { canEdit } = useEditor();
  const { canUndo, canRedo } = useHistory();
  const t = useWords();
  if (!canEdit) return null;
  const buttons = [
    { id: "undo", label: t("editor-undo"), keys: "mod+Z", can: canUndo, Shown: IconArrowBackUp },
    { id: "redo", label: t("editor-redo"), keys: "mod+shift+Z", can: canRedo, Shown: IconArrowForwardUp },
  ];
  return (
    <div className={classes.group}>
      {buttons.map(({ id, label, keys, can, Shown }) => (
        <Tooltip key={id} label={`${label} (${shownKeys(keys)})`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.icon}
            disabled={!can}
            aria-label={label}
            onClick={() => actions.start(id)}
          >
            <Shown size={19} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
});

interface SwitchesProps extends Pick<Props, "view" | "change"> {
  readonly isMeasured: boolean;
}

const Switches = memo(function Switches({ view, change, isMeasured }: SwitchesProps) {
  const t = useWords();
  return (
    <>
      {isMeasured && (
        <Switch
          label={t("editor-measured")}
          icon={<IconChartBar aria-hidden size={16} stroke={1.8} />}
          isOn={view.showsMeasured}
          onChange={(showsMeasured) => change({ showsMeasured })}
        />
      )}
      <Switch
        label={t("editor-assumptions")}
        icon={<IconHelpCircle aria-hidden size={16} stroke={1.8} />}
        isOn={view.showsAssumptions}
        onChange={(showsAssumptions) => change({ showsAssumptions })}
      />
    </>
  );
});

interface SwitchProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, icon, isOn, onChange }: SwitchProps) {
  return (
    <Tooltip label={label}>
      <Button
        variant={isOn ? "light" : "subtle"}
        color={isOn ? "blue" : "gray"}
        size="compact-md"
        px={8}
        aria-pressed={isOn}
        aria-label={label}
        leftSection={icon}
        styles={{ section: { marginInlineEnd: 0 }, label: { fontWeight: 500, fontSize: 13 } }}
        onClick={() => onChange(!isOn)}
      >
        <span className={classes.wide} style={{ marginInlineStart: 6 }}>
          {label}
        </span>
      </Button>
    </Tooltip>
  );
}
