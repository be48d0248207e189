import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

describe('the console of collections', () => {
  let cloud: TestCloud;
  beforeEach(async () => {
    cloud = await openTestCloud();
  });
  afterEach(() => cloud.close());

  const path = '/workbench/collections/hits';
  const take = async (lines: string, mode = 'insert') => {
    const response = await fetch(`${cloud.url}${path}/import?mode=${mode}`, { method: 'POST', body: lines });
    return (await response.json()) as Record<string, unknown>;
  };
  const give = async () => (await fetch(`${cloud.url}${path}/export`)).text();
  const send = async (method: string, id: string, body?: string) => {
    const response = await fetch(`${cloud.url}${path}/${encodeURIComponent(id)}`, {
      method,
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('gives back what it took, dates and numbers as the cloud console writes them', async () => {
    const lines = [
      '{"_id":"a","title":"红楼梦","year":1791,"price":59.8,"at":{"$date":"2026-11-21T08:00:00.123Z"}}',
      '{"_id":"b","tags":["小说",{"k":1}],"none":null,"yes":true}',
    ];
    expect(await take(`\uFEFF${lines[0]}\r\n\r\n${lines[1]}`)).toEqual({
      read: 2,
      added: 2,
      updated: 0,
      errors: [],
    });
    const given = (await give())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(given).toEqual(lines.map((line) => JSON.parse(line) as unknown));
  });

  it('reports each line that it can not take by its number, and takes the others', async () => {
    await take('{"_id":"a","n":1}');
    const report = await take('{"_id":"b"}\nnot json\n[1]\n{"_id":"a","n":2}\n\n{"_id":"c"}');
    expect(report).toMatchObject({ read: 5, added: 2, updated: 0 });
    const faults = report['errors'] as { line: number; code: string }[];
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'not-json'],
      [3, 'not-a-document'],
      [4, 'DATABASE_REQUEST_FAILED'],
    ]);
  });

  it.each(['insert', 'upsert'])(
    'on %s, what looks like EJSON and is none is an error of its line',
    async (mode) => {
      const lines = [
        '{"_id":"a"}',
        '{"_id":"b","x":{"$oid":"x"}}',
        '{"_id":"c","x":{"$date":"soon"}}',
        '{"_id":"d","x":{"$numberDecimal":"much"}}',
        '{"_id":"e"}',
      ];
      const report = await take(lines.join('\n'), mode);
      expect(report).toMatchObject({ read: 5, added: 2 });
      expect((report['errors'] as { line: number }[]).map(({ line }) => line)).toEqual([2, 3, 4]);
      expect((await send('PUT', 'f', '{"x":{"$oid":"x"}}')).body).toMatchObject({
        error: { code: 'INVALID_PARAM' },
      });
    },
  );

  it('replaces whole documents when told to upsert', async () => {
    await take('{"_id":"a","old":1}');
    expect(await take('{"_id":"a","fresh":1}\n{"_id":"b"}', 'upsert')).toMatchObject({
      added: 1,
      updated: 1,
      errors: [],
    });
    expect((await give()).trimEnd().split('\n')).toEqual(['{"_id":"a","fresh":1}', '{"_id":"b"}']);
  });

  it('exports more than one query gives', async () => {
    const many = Array.from({ length: 2_345 }, (_, n) => `{"_id":"${String(n).padStart(5, '0')}"}`);
    expect(await take(many.join('\n'))).toMatchObject({ added: 2_345 });
    expect((await give()).trimEnd().split('\n')).toEqual(many);
  });

  it('lists page by page and by query', async () => {
    await take('{"_id":"a","n":1}\n{"_id":"b","n":2}\n{"_id":"c","n":3}');
    const query = encodeURIComponent('{"n":{"$gte":2}}');
    expect((await cloud.get(`${path}?skip=1&limit=1&query=${query}`)).body).toEqual({
      documents: [{ _id: 'c', n: 3 }],
      total: 2,
    });
  });

  it('edits and removes a document', async () => {
    expect(await send('PUT', '册/1', '{"n":1}')).toMatchObject({ body: { done: 'added' } });
    expect(await send('PUT', '册/1', '{"_id":"册/1","n":2}')).toMatchObject({ body: { done: 'updated' } });
    expect(await give()).toBe('{"_id":"册/1","n":2}\n');
    expect(await send('DELETE', '册/1')).toMatchObject({ body: { done: 'removed' } });
    expect(await send('DELETE', '册/1')).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-document' } },
    });
  });

  it.each([
    ['GET', `${path}?limit=0x10`],
    ['GET', `${path}?limit=1001`],
    ['GET', `${path}?query=not-json`],
    ['GET', `${path}?query={"$where":"1"}`],
    ['GET', '/workbench/collections/absent'],
    ['GET', '/workbench/collections/absent/export'],
    ['POST', '/workbench/collections/absent/import'],
    ['POST', `${path}/import?mode=overwrite`],
    ['PUT', `${path}/a`],
    ['POST', '/workbench/call'],
  ])('refuses %s %s with a reason', async (method, url) => {
    const response = await fetch(
      cloud.url + url,
      method === 'GET' ? {} : { method, body: '{"_id":"other"}' },
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String) as string } });
  });
});
