import { chooseLanguage, type Catalogue, type Language } from '../../text/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export type DeskText = Catalogue<typeof fi>;

const catalogues: Record<Language, DeskText> = { fi, sv, en };
const CHOICE = 'saumaton.language';

export function deskText(language: Language): DeskText {
  return catalogues[language];
}

/** The agent's own choice, else what the browser asks for. */
export function savedLanguage(): Language {
  return chooseLanguage([localStorage.getItem(CHOICE), ...navigator.languages]);
}

export function saveLanguage(language: Language): void {
  localStorage.setItem(CHOICE, language);
}

/** The text of a code that the server may have more of than we know: the code itself then. */
export function named(names: Readonly<Record<string, string>>, code: string | null | undefined): string {
  return code ? (names[code] ?? code) : '';
}
