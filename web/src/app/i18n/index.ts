export { isLanguage, type Language, languages } from "./languages";
export { type Texts, textIn } from "./texts";
export {
  chooseLanguage,
  language,
  learn,
  speakPreferred,
  useLanguage,
  useWords,
  type Words,
  words,
} from "./words";
