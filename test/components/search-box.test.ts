import { mount, until } from '../support/mount';

const suggestions = [
  { kind: 'title', text: '三体', bookId: 'b1' },
  { kind: 'author', text: '三毛', bookId: null },
];

const opened: string[] = [];

beforeEach(() => {
  opened.length = 0;
  const phone = wx as unknown as Record<string, unknown>;
  phone['cloud'] = {
    callFunction: () =>
      Promise.resolve({ result: { ok: true, value: { suggestions }, libraryDay: '2026-05-30' } }),
  };
  phone['navigateTo'] = ({ url }: { url: string }) => {
    opened.push(url);
    return Promise.resolve();
  };
});

async function typed(text: string) {
  const box = mount('components/search-box/index');
  const [typing, found] = [box.heard('typing'), box.heard('find')];
  box.find('.field-input').dispatchEvent('input', { detail: { value: text } });
  await until(() => text === '' || box.text().includes('三毛'));
  const tap = (index: number) =>
    box.find('.completions').querySelectorAll('.suggestion')[index]?.dispatchEvent('tap');
  return { box, typing, found, tap };
}

test('typing takes the page’s place with completions, kinds beside them', async () => {
  const { box, typing } = await typed('三');
  expect(typing).toEqual([{ isTyping: true }]);
  expect(box.text()).toContain('三体书');
  expect(box.text()).toContain('三毛作者');
});

test('a completion that is one book opens it, remembering what was typed', async () => {
  const { tap } = await typed('三');
  tap(0);
  await until(() => opened.length > 0);
  expect(opened).toEqual(['/packages/catalog/pages/book/index?bookId=b1&foundBy=%E4%B8%89']);
});

test('any other completion is searched for, and the page comes back', async () => {
  const { tap, found, typing } = await typed('三');
  tap(1);
  await until(() => found.length > 0);
  expect(found).toEqual([{ query: '三毛' }]);
  expect(typing).toEqual([{ isTyping: true }, { isTyping: false }]);
});

test('the search key sends what was typed, tidied; nothing sends nothing', async () => {
  const { box, found } = await typed('三');
  box.find('.field-input').dispatchEvent('confirm', { detail: { value: '   ' } });
  box.find('.field-input').dispatchEvent('confirm', { detail: { value: '  三  体 ' } });
  await until(() => found.length > 0);
  expect(found).toEqual([{ query: '三 体' }]);
});
