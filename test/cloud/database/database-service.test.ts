import { openDatabase } from '../../../local/cloud/database/database-service';

const rule = { read: false, write: false } as const;

describe('the document database', () => {
  it('keeps a document and finds it by its index', async () => {
    const database = openDatabase({
      file: ':memory:',
      now: () => new Date(0),
      collections: [
        {
          name: 'books',
          owner: 'catalog',
          keptBy: 'librarians',
          zh: '书目',
          en: 'Books',
          fields: {},
          indexes: [{ name: 'terms', fields: [['terms', 1]] }],
          rule,
        },
      ],
    });
    await database.handle({
      action: 'database.insertDocument',
      collectionName: 'books',
      data: ['{"_id":"a","terms":["x","y"]}', '{"_id":"b","terms":["z"]}'],
    });
    const { reply, read, keys } = await database.handle({
      action: 'database.getDocument',
      collectionName: 'books',
      query: '{"terms":"y"}',
    });
    expect(reply).toEqual({ data: { list: ['{"_id":"a","terms":["x","y"]}'] } });
    expect({ read, keys }).toEqual({ read: 1, keys: 1 });
    database.close();
  });
});
