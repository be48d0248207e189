import { Suggestions } from '../../miniprogram/stores/catalog/suggestions';
import { fakeCall } from '../support/fake-call';

const found = (text: string) => ({ suggestions: [{ kind: 'title', text, bookId: null }] });

function open() {
  const { call, calls } = fakeCall();
  const pauses: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => void pauses.push(resolve));
  const suggestions = new Suggestions({ call, wait });
  const pause = async (index: number): Promise<void> => {
    pauses[index]?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { suggestions, calls, pause, texts: () => suggestions.found.map(({ text }) => text) };
}

describe('suggestions while typing', () => {
  test('a word typed in one go costs one question', async () => {
    const { suggestions, calls, pause } = open();
    for (const text of ['s', 'sa', 'san']) void suggestions.type(text);
    for (const index of [0, 1, 2]) await pause(index);
    expect(calls.map(({ input }) => input)).toEqual([{ query: 'san' }]);
  });

  test('an answer to what stood there before is dropped', async () => {
    const { suggestions, calls, pause, texts } = open();
    void suggestions.type('三');
    await pause(0);
    void suggestions.type('三体');
    await pause(1);
    await calls[1]?.answer(found('三体'));
    await calls[0]?.answer(found('三国'));
    expect(texts()).toEqual(['三体']);
  });

  test('emptying the field empties the list at once and asks nothing', async () => {
    const { suggestions, calls, pause, texts } = open();
    void suggestions.type('三');
    await pause(0);
    await calls[0]?.answer(found('三国'));
    void suggestions.type(' ');
    expect([texts(), calls.length]).toEqual([[], 1]);
  });

  test('an answer after the search was sent is dropped', async () => {
    const { suggestions, calls, pause, texts } = open();
    void suggestions.type('三');
    await pause(0);
    suggestions.stop();
    await calls[0]?.answer(found('三国'));
    expect(texts()).toEqual([]);
  });

  test('a failure says nothing', async () => {
    const { suggestions, calls, pause, texts } = open();
    void suggestions.type('三');
    await pause(0);
    await calls[0]?.refuse('unavailable');
    expect(texts()).toEqual([]);
  });
});
