import {
  type Icon,
  IconBell,
  IconBox,
  IconBuildingStore,
  IconBulb,
  IconCalendar,
  IconCheck,
  IconClock,
  IconCreditCard,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconEye,
  IconFileText,
  IconFlag,
  IconHeart,
  IconHelpCircle,
  IconLink,
  IconLogout,
  IconMail,
  IconMapPin,
  IconMessage,
  IconPhone,
  IconPhoto,
  IconSearch,
  IconSettings,
  IconSpeakerphone,
  IconStar,
  IconTarget,
  IconTruck,
  IconUser,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";

/** Icons by the names that map files know. */
export const ICONS: Readonly<Record<string, Icon>> = {
  bell: IconBell,
  box: IconBox,
  bulb: IconBulb,
  calendar: IconCalendar,
  call: IconPhone,
  card: IconCreditCard,
  chat: IconMessage,
  check: IconCheck,
  clock: IconClock,
  document: IconFileText,
  eye: IconEye,
  flag: IconFlag,
  gear: IconSettings,
  globe: IconWorld,
  heart: IconHeart,
  leave: IconLogout,
  link: IconLink,
  mail: IconMail,
  megaphone: IconSpeakerphone,
  people: IconUsers,
  person: IconUser,
  phone: IconDeviceMobile,
  picture: IconPhoto,
  pin: IconMapPin,
  question: IconHelpCircle,
  screen: IconDeviceDesktop,
  search: IconSearch,
  star: IconStar,
  store: IconBuildingStore,
  target: IconTarget,
  truck: IconTruck,
};

/** Parts of words in channels, in the page's languages, and the icon each calls for. The first that occurs wins, so the
 * narrower words stand first; the poster reads channels by the same words. */
const WORDS: readonly (readonly [icon: string, parts: readonly string[]])[] = [
  ["people", ["social", "соц", "forum", "форум", "word of mouth", "friend", "друз", "draug", "community"]],
  ["chat", ["messenger", "chat", "чат", "мессендж", "pokalb", "sms"]],
  ["phone", ["mobile", "app", "моб", "прилож", "mobil", "programėl"]],
  ["mail", ["mail", "newsletter", "почт", "рассыл", "pašt", "laišk", "letter", "post"]],
  ["call", ["call", "phone", "звон", "телефон", "skamb", "telefon"]],
  ["truck", ["courier", "deliver", "достав", "курьер", "kurjer", "pristat", "logist"]],
  ["search", ["search", "поиск", "paiešk"]],
  ["megaphone", ["advert", "реклам", "reklam", "press", "media"]],
  ["card", ["card", "pay", "bank", "оплат", "банк", "mokėj"]],
  [
    "store",
    [
      "store",
      "shop",
      "branch",
      "office",
      "магазин",
      "офис",
      "parduot",
      "biur",
      "restaurant",
      "ресторан",
      "restoran",
      "clinic",
      "клиник",
      "klinik",
      "hotel",
    ],
  ],
  ["star", ["review", "отзыв", "atsiliep", "rating"]],
  ["box", ["product", "продукт", "товар", "produkt", "prek"]],
  ["document", ["document", "contract", "документ", "договор", "dokument", "sutart", "form", "blog"]],
  ["calendar", ["event", "calendar", "meeting", "встреч", "susitik", "rengin"]],
  ["screen", ["crm", "system", "систем", "sistem", "software", "portal", "портал", "desktop"]],
  ["globe", ["web", "site", "internet", "online", "сайт", "веб", "интернет", "svetain"]],
  ["person", ["person", "staff", "человек", "лично", "сотрудник", "asmen", "žmog", "darbuotoj"]],
  ["people", ["people"]],
  ["pin", ["street", "place", "map"]],
];

/** Name of the icon a free word calls for; none when it says nothing we draw. */
export function iconName(word: string | undefined): string | undefined {
  const wanted = word?.trim().toLowerCase();
  if (!wanted) return undefined;
  if (Object.hasOwn(ICONS, wanted)) return wanted;
  return WORDS.find(([, parts]) => parts.some((part) => wanted.includes(part)))?.[0];
}

/** The icon of a touchpoint: the one it names, the one of its channel, or a plain place. */
export function touchpointIcon(icon: string | undefined, channel: string | undefined): Icon {
  return ICONS[iconName(icon) ?? iconName(channel) ?? "pin"] ?? IconMapPin;
}
