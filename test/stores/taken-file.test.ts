import { TakenFile } from '../../miniprogram/stores/taken-file';
import { fakeTakenFiles } from '../support/fake-taken-files';

const ready = { kind: 'csv', name: '借阅历史.csv', text: '书名\n边城' } as const;

test.each(['sent', 'cancelled', 'failed'] as const)(
  'a file that is ready is %s under its name',
  async (sends) => {
    const files = fakeTakenFiles({ sends });
    const taken = new TakenFile(files);
    await taken.prepare(ready);
    expect([files.files.get('csv'), taken.isFile, await taken.send(), files.sent]).toEqual([
      ready.text,
      true,
      sends,
      [ready.name],
    ]);
  },
);

test('where the phone keeps no file, the text can still be copied', async () => {
  const files = fakeTakenFiles({ broken: true });
  const taken = new TakenFile(files);
  await taken.prepare(ready);
  expect([taken.isFile, await taken.send(), files.sent]).toEqual([false, 'failed', []]);
  expect([await taken.copy(), files.copied]).toEqual([true, [ready.text]]);
});

test('nothing is sent or copied before something is ready', async () => {
  const files = fakeTakenFiles();
  const taken = new TakenFile(files);
  expect([await taken.send(), await taken.copy(), files.sent, files.copied]).toEqual([
    'failed',
    false,
    [],
    [],
  ]);
});

test('what is forgotten leaves no file and nothing to copy', async () => {
  const files = fakeTakenFiles();
  const taken = new TakenFile(files);
  await taken.prepare(ready);
  taken.forget();
  expect([files.files.size, taken.ready, taken.isFile, await taken.copy()]).toEqual([0, null, false, false]);
});
