import { en, vi } from './translations';

type Texts = { readonly [key: string]: string | Texts };

function texts(tree: Texts, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as const] : texts(value, `${path}${key}.`)));
}

const placesIn = (text: string) => [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map(([, name]) => name).sort();
const vietnamese = new Map(texts(vi));
const english = new Map(texts(en));

describe('the texts', () => {
  it('are the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('have words for every key', () => {
    expect([...vietnamese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('fill in the same things in both languages', () => {
    expect([...vietnamese].filter(([key, text]) => placesIn(text).join() !== placesIn(english.get(key) ?? '').join()).map(([key]) => key)).toEqual([]);
  });

  it('are composed, so that every font has their letters', () => {
    expect([...vietnamese, ...english].filter(([, text]) => text !== text.normalize('NFC')).map(([key]) => key)).toEqual([]);
  });
});
