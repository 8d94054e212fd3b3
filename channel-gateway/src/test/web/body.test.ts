import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { fileSize, pieces, splitQuoted } from '../../main/web/desk/conversation/body.ts';

test('what a mail quotes is folded, in each language of mail programs', () => {
  const attributions = [
    'On Mon, 16 Nov 2026 at 10:12, Support <support@saumaton.test> wrote:',
    'On Mon, 16 Nov 2026 at 10:12, Support <support@saumaton.test>\nwrote:',
    'Asiakaspalvelu <support@saumaton.test> kirjoitti 16.11.2026 kello 10.12:',
    'Den mån 16 nov. 2026 kl 10:12 skrev Support <support@saumaton.test>:',
    '-----Original Message-----',
  ];
  for (const attribution of attributions) {
    const { fresh, quoted } = splitQuoted(`Kiitos!\n\n${attribution}\n> Hei\n> Mikko`);
    equal(fresh, 'Kiitos!');
    equal(quoted, `${attribution}\n> Hei\n> Mikko`);
  }
});

test('an answer below the quotation stays in sight', () => {
  const text = '> Mikä malli?\nGSH 51';
  deepEqual(splitQuoted(text), { fresh: text, quoted: '' });
  const between = 'Hei\n> Mikä malli?\nGSH 51';
  deepEqual(splitQuoted(between), { fresh: between, quoted: '' });
});

test('a text that is nothing but a quotation is shown', () => {
  deepEqual(splitQuoted('> yksin'), { fresh: '> yksin', quoted: '' });
});

test('web addresses become links without the punctuation after them, and nothing else does', () => {
  deepEqual(pieces('Katso https://shop.example.test/a?b=1. (http://x.example.test/y)'), [
    { text: 'Katso ' },
    { text: 'https://shop.example.test/a?b=1', href: 'https://shop.example.test/a?b=1' },
    { text: '. (' },
    { text: 'http://x.example.test/y', href: 'http://x.example.test/y' },
    { text: ')' },
  ]);
  deepEqual(pieces('javascript:alert(1) <b>'), [{ text: 'javascript:alert(1) <b>' }]);
});

test('sizes of files are told in the unit that fits', () => {
  equal(fileSize(512, 'en'), '512 byte');
  equal(fileSize(48_211, 'en'), '48 kB');
  equal(fileSize(1_843_201, 'en'), '1.8 MB');
});
