import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const refused = (code: string) => ({ status: 400, body: { error: { code } } });

describe('the workbench before odd requests', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());

  const hits = '/workbench/collections/hits';
  const send = async (method: 'PUT' | 'POST', path: string, body: string) => {
    const response = await fetch(cloud.url + path, { method, body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const total = async (query: string) =>
    (await cloud.get(`${hits}?query=${encodeURIComponent(query)}`)).body['total'];

  it.each(['[]', '[{"_id":"a"}]', 'null', '3', '"text"'])('takes no %s for a document', async (body) => {
    expect(await send('PUT', `${hits}/a`, body)).toMatchObject(refused('bad-shape'));
    expect(await total('{"_id":"a"}')).toBe(0);
  });

  it.each(['[]', '{"query":[]}'])(
    'takes no array for a query or for the data of a call: %s',
    async (data) => {
      expect(await cloud.get(`${hits}?query=[]`)).toMatchObject(refused('bad-shape'));
      const body = `{"openid":"o","name":"whoami","data":${data}}`;
      expect((await send('POST', '/phone/call', body)).status).toBe(data === '[]' ? 400 : 200);
    },
  );

  it('keeps the fields whose names every object has', async () => {
    const document = '{"_id":"named","constructor":1,"prototype":{"toString":2}}';
    expect(await send('PUT', `${hits}/named`, document)).toMatchObject({ body: { done: 'added' } });
    expect(await total('{"constructor":1,"prototype.toString":2}')).toBe(1);
    expect(await total('{"constructor":2}')).toBe(0);
    const { event } = await cloud.call('oReader', 'whoami', { constructor: 'kept' });
    expect(event).toMatchObject({ constructor: 'kept' });
  });

  it('refuses __proto__ by its name, in documents and in queries', async () => {
    const query = encodeURIComponent('{"__proto__":{"x":1}}');
    for (const answer of [
      await cloud.get(`${hits}?query=${query}`),
      await send('PUT', `${hits}/p`, '{"__proto__":{"x":1}}'),
      await send('PUT', `${hits}/p`, '{"o":{"__proto__":{"x":1}}}'),
    ]) {
      expect(answer).toMatchObject(refused('INVALID_PARAM'));
      expect(JSON.stringify(answer.body)).toContain('__proto__');
    }
  });

  it.each([
    [100, { body: { done: 'added' } }],
    [101, refused('DATABASE_REQUEST_FAILED')],
    [201, refused('INVALID_PARAM')],
    [1_001, refused('too-deep')],
    [200_000, refused('too-deep')],
  ])('takes documents of 100 levels, not of more: %d', async (levels, answer) => {
    expect(await send('PUT', `${hits}/d${levels}`, deep(levels))).toMatchObject(answer);
  });

  it('reports a line that is nested too deeply, and goes on', async () => {
    const report = await send('POST', `${hits}/import`, `{"_id":"l1"}\n${deep(20_000)}\n{"_id":"l2"}`);
    expect(report.body).toMatchObject({ read: 3, added: 2, errors: [{ line: 2, code: 'INVALID_PARAM' }] });
  });

  it('refuses a call whose data is nested too deeply, before the function is asked', async () => {
    const body = `{"openid":"o","name":"whoami","data":${deep(50_000)}}`;
    expect(await send('POST', '/phone/call', body)).toMatchObject(refused('too-deep'));
  });
});
