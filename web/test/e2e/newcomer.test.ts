import { beforeEach, expect, test } from "vitest";
import type { Language } from "@/app/i18n/languages";
import { Flow } from "./support/flow";
import { mapOf, readIn, removeMaps } from "./support/server";
import { beginFromTemplate, followLink, shareForEditing } from "./support/sharing";

const flow = Flow.ofFile();

beforeEach(() => removeMaps(flow.server));

/** What the two write, in letters of their own. */
const WRITTEN: Record<
  Language,
  { template: string; owner: string; guest: string; card: string; name: string }
> = {
  en: {
    template: "Local guide in the phone",
    owner: " Ask us",
    guest: "Why? ",
    card: "compares prices at night",
    name: "Grace",
  },
  ru: {
    template: "Городской гид в телефоне",
    owner: " Спросите нас",
    guest: "Почему? ",
    card: "ночью сравнивает цены",
    name: "Ольга",
  },
  lt: {
    template: "Miesto gidas telefone",
    owner: " Klauskite mūsų",
    guest: "Kodėl? ",
    card: "naktį lygina kainas",
    name: "Živilė",
  },
};

test.each(["en", "ru", "lt"] as const)(
  "a newcomer begins from a template, shares it, and both edit one cell and one lane at once: %s",
  async (language) => {
    const written = WRITTEN[language];
    const owner = await flow.owner();
    if (language !== "en") await owner.speak(language);
    const map = await beginFromTemplate(owner, written.template);
    const { id } = map;
    const guest = await flow.stranger({ language });
    const theirs = await followLink(guest, await shareForEditing(owner, map), written.name);

    const begun = await mapOf(flow.server, id);
    const place = begun.stages?.[0]?.steps?.[0];
    const lane = begun.lanes?.find(({ kind }) => kind === "text");
    const where = [readIn(lane?.title, language), readIn(place?.title, language)] as const;
    const before = await map.cards(...where);
    await map.add(...where, "?");
    await guest.until("the guest sees the card", async () => (await theirs.cards(...where)).includes("?"));

    await Promise.all([map.edit(...where, "?"), theirs.edit(...where, "?")]);
    await guest.page.keyboard.press("Home");
    await Promise.all([map.type(written.owner), theirs.type(written.guest)]);
    await Promise.all([map.leave(), theirs.leave()]);
    await Promise.all([map.add(...where, written.card), theirs.add(...where, written.card.toUpperCase())]);

    const lanes = await map.lanes();
    await Promise.all([map.laneHead(where[0]).click(), theirs.laneHead(where[0]).click()]);
    await Promise.all([owner.page.keyboard.press("Alt+ArrowDown"), guest.page.keyboard.press("Alt+ArrowUp")]);
    await Promise.all([map.untilSaved(), theirs.untilSaved()]);

    const one = `${written.guest}?${written.owner}`;
    const expected = [...before, one, written.card, written.card.toUpperCase()].toSorted();
    for (const view of [map, theirs]) {
      await expect
        .poll(async () => (await view.cards(...where)).toSorted(), { timeout: 20_000 })
        .toEqual(expected);
    }
    const keptLanes = async () =>
      (await mapOf(flow.server, id)).lanes?.map(({ title }) => readIn(title, language));
    const inOrder = await keptLanes();
    for (const view of [map, theirs]) {
      await expect.poll(() => view.lanes(), { timeout: 20_000 }).toEqual(inOrder);
    }
    expect((await map.lanes()).toSorted()).toEqual(lanes.toSorted());
    expect(await map.cards(...where)).toEqual(await theirs.cards(...where));
  },
);
