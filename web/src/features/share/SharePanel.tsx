import {
  ActionIcon,
  Alert,
  Button,
  CopyButton,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from "@mantine/core";
import { IconCheck, IconCopy, IconEye, IconLink, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useCreateLink, useLinks, useRevokeLink } from "@/api/links";
import { problemWords } from "@/api/problem";
import type { Link } from "@/api/types";
import { useWords } from "@/app/i18n";
import { useEditor } from "@/features/editor/state/context";
import { Ago } from "@/ui/Ago";
import { tell } from "@/ui/tell";
import { Waiting } from "@/ui/Waiting";
import classes from "./share.module.css";

/** The links by which others come to the map: make, copy, revoke. */
export default function SharePanel() {
  const t = useWords();
  const { id } = useEditor();
  const { data: links, error } = useLinks(id);
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t("share-what")}
      </Text>
      <NewLink map={id} links={links ?? []} />
      {error && <Alert color="vermilion">{problemWords(t, error)}</Alert>}
      {!links && !error && <Waiting height="6rem" />}
      {links && links.length > 0 && (
        <section aria-label={t("share-links")}>
          <h3 className={classes.heading}>{t("share-links")}</h3>
          <ul className={classes.links}>
            {links.map((link) => (
              <LinkRow key={link.id} map={id} link={link} />
            ))}
          </ul>
        </section>
      )}
      {links?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("share-none")}
        </Text>
      )}
    </Stack>
  );
}

const DAY = 24 * 3600 * 1000;
const terms = { never: null, day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
type Term = keyof typeof terms;

function NewLink({ map, links }: { map: string; links: readonly Link[] }) {
  const t = useWords();
  const creating = useCreateLink(map);
  const [right, setRight] = useState("view");
  const [term, setTerm] = useState<Term>("never");
  // A link that has been revoked since is not offered any longer.
  const made = links.some(({ id }) => id === creating.data?.id) ? creating.data : undefined;
  const create = () => {
    const lasts = terms[term];
    const expires = lasts === null ? null : new Date(Date.now() + lasts).toISOString();
    creating.mutate({ can_edit: right === "edit", expires_at: expires });
  };
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        aria-label={t("share-right")}
        value={right}
        onChange={setRight}
        data={[
          { value: "view", label: t("share-view") },
          { value: "edit", label: t("share-edit") },
        ]}
      />
      <Select
        label={t("share-term")}
        value={term}
        allowDeselect={false}
        data={Object.keys(terms).map((value) => ({ value, label: t(`share-term-${value}`) }))}
        onChange={(value) => setTerm((value ?? "never") as Term)}
      />
      <Button leftSection={<IconLink size={18} aria-hidden />} loading={creating.isPending} onClick={create}>
        {t("share-create")}
      </Button>
      {made && <MadeLink url={made.url} />}
    </Stack>
  );
}

/** The address is shown this once: the server keeps only its fingerprint. */
function MadeLink({ url }: { url: string }) {
  const t = useWords();
  return (
    <div className={classes.made} role="status">
      <TextInput
        label={t("share-made")}
        description={t("share-made-once")}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button
            fullWidth
            variant={copied ? "light" : "filled"}
            leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            onClick={copy}
          >
            {t(copied ? "share-copied" : "share-copy")}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

function LinkRow({ map, link }: { map: string; link: Link }) {
  const t = useWords();
  const revoking = useRevokeLink(map);
  const right = t(link.can_edit ? "share-edit" : "share-view");
  const Icon = link.can_edit ? IconPencil : IconEye;
  return (
    <li className={classes.link}>
      <Icon size={18} aria-hidden />
      <div>
        <strong>{right}</strong>
        <p>
          {t("share-made-by", { name: link.created_by })} · <Ago time={link.created_at} />
        </p>
        <p>
          {link.expires_at === null || link.expires_at === undefined ? (
            t("share-endless")
          ) : (
            <>
              {t(link.is_over ? "share-over" : "share-ends")} <Ago time={link.expires_at} />
            </>
          )}
        </p>
      </div>
      <Tooltip label={t("share-revoke")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-label={t("share-revoke-which", { right })}
          loading={revoking.isPending}
          onClick={() => revoking.mutate(link.id, { onSuccess: () => tell.done(t("share-revoked")) })}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
