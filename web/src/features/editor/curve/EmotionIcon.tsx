import { isOwnIcon } from "../cells/TouchpointPill";
import { ICONS, iconName } from "../style/icons";
import classes from "./curve.module.css";

/** Whether an emotion has an icon that can be drawn: an emoji, one of ours by its name, or a picture of the map. */
export function isDrawn(icon: string | undefined): icon is string {
  if (icon === undefined) return false;
  return isEmoji(icon) ? hasGlyph(icon) : isOwnIcon(icon) || iconName(icon) !== undefined;
}

interface Props {
  readonly icon: string;
  readonly size: number;
  /** Where an image of the map is served. */
  imageUrl(name: string): string;
}

/** The icon somebody chose for an emotion, as large as the face it stands for. */
export function EmotionIcon({ icon, size, imageUrl }: Props) {
  if (isOwnIcon(icon)) {
    return <img className={classes.icon} src={imageUrl(icon)} alt="" width={size} height={size} />;
  }
  const Icon = isEmoji(icon) ? undefined : ICONS[iconName(icon) ?? ""];
  return (
    <span aria-hidden className={classes.icon} style={{ width: size, height: size, fontSize: size * 0.62 }}>
      {Icon ? <Icon size={size * 0.68} stroke={1.9} /> : icon}
    </span>
  );
}

function isEmoji(icon: string): boolean {
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(icon);
}

/** A letter that no font has, and what is known of those asked for. */
const MISSING = "\u{10FFFD}";
const glyphs = new Map<string, boolean>();

/** Whether this machine can draw an emoji: where no font has it there would be an empty box in place of the face. */
function hasGlyph(icon: string): boolean {
  const [letter = ""] = icon;
  const known = glyphs.get(letter);
  if (known !== undefined) return known;
  const drawing =
    typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(24, 24).getContext("2d");
  if (!drawing) return true;
  const [missing, drawn] = [MISSING, letter].map((one) => {
    drawing.clearRect(0, 0, 24, 24);
    drawing.font = "16px sans-serif";
    drawing.fillText(one, 2, 18);
    return drawing.getImageData(0, 0, 24, 24).data.join();
  });
  glyphs.set(letter, drawn !== missing);
  return drawn !== missing;
}
