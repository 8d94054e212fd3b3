export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** The first of the wishes (browser's languages, a page's attribute) that we speak; English otherwise. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const spoken = languages.find((language) => wish?.toLowerCase().split(/[-_]/)[0] === language);
    if (spoken) return spoken;
  }
  return 'en';
}

/** Every catalogue has the same keys; strings stay strings, sentences with parameters stay functions. */
export type Catalogue<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };
