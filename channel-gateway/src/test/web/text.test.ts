import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { deskText, named } from '../../main/web/desk/text/desk-text.ts';
import { chooseLanguage, languages } from '../../main/web/text/language.ts';
import { ago, dayName, lasted, region } from '../../main/web/text/time.ts';
import { en } from '../../main/web/widget/text/en.ts';
import { fi } from '../../main/web/widget/text/fi.ts';
import { sv } from '../../main/web/widget/text/sv.ts';

test('the first language that we speak is chosen, English when there is none', () => {
  equal(chooseLanguage(['de-DE', 'sv-FI', 'fi']), 'sv');
  equal(chooseLanguage([undefined, 'FI']), 'fi');
  equal(chooseLanguage(['de']), 'en');
  equal(chooseLanguage([]), 'en');
});

test('no language lacks a text, nested ones included', () => {
  const desk = languages.map((language) => paths(deskText(language)));
  deepEqual(desk[1], desk[0]);
  deepEqual(desk[2], desk[0]);
  deepEqual(paths(sv), paths(fi));
  deepEqual(paths(en), paths(fi));
});

function paths(texts: object, prefix = ''): string[] {
  return Object.entries(texts)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? paths(value, `${prefix}${key}.`)
        : [`${prefix}${key}${value === '' ? ' is empty' : ''}`],
    )
    .sort();
}

test('a code that we have no word for is shown as it is', () => {
  equal(named({ email: 'Sähköposti' }, 'email'), 'Sähköposti');
  equal(named({ email: 'Sähköposti' }, 'telegram'), 'telegram');
  equal(named({}, undefined), '');
});

const now = new Date(2026, 10, 22, 12, 0);
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

test('times in lists are short and rough', () => {
  equal(ago(minutesAgo(0), 'en', now), 'now');
  equal(ago(minutesAgo(5), 'en', now), '5 min. ago');
  equal(ago(minutesAgo(60 * 24), 'en', now), 'yesterday');
  equal(lasted(minutesAgo(4), 'en', now), '4 min');
  equal(lasted(minutesAgo(150), 'en', now), '2 hr');
  equal(lasted(minutesAgo(-3), 'en', now), '0 min');
});

test('days are named from midnight to midnight', () => {
  equal(dayName(new Date(2026, 10, 22, 0, 1).toISOString(), 'fi', now), 'tänään');
  equal(dayName(new Date(2026, 10, 21, 23, 59).toISOString(), 'fi', now), 'eilen');
  equal(dayName(new Date(2026, 10, 20, 12, 0).toISOString(), 'fi', now), 'pe 20.11.');
  equal(dayName(new Date(2025, 10, 20, 12, 0).toISOString(), 'fi', now), 'to 20.11.2025');
});

test('times are written as in the region of the browser, in Europe without one', () => {
  equal(region('en', ['fi-FI', 'en-US', 'en']), 'en-US');
  equal(region('en', ['fi-FI', 'en']), 'en-GB');
  equal(region('sv', ['sv-SE']), 'sv-SE');
  equal(region('sv', []), 'sv-FI');
});
