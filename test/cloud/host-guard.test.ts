import { request } from 'node:http';
import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

describe('who may talk to the cloud', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());

  /** Not `fetch`, which does not let a test set these headers. */
  const statusWith = (headers: Record<string, string>, path = '/workbench/alive') =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(cloud.url + path, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });

  it('is this machine, under its loopback names', async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ host: `localhost:${cloud.port}` })).toBe(200);
    expect(
      await statusWith({ origin: `http://127.0.0.1:${cloud.port}`, 'sec-fetch-site': 'same-origin' }),
    ).toBe(200);
  });

  it.each([
    ['a name that a foreign site points here', { host: 'library.example' }],
    ['a name with our port', { host: 'library.example:8848' }],
    ['a page of another site', { origin: 'https://library.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a name with another before it', { host: 'evil@127.0.0.1:PORT' }],
    ['a page with another name before ours', { origin: 'http://evil@127.0.0.1:PORT' }],
    ['a page with a path behind our name', { origin: 'http://127.0.0.1:PORT/evil' }],
    ['a page without an origin', { origin: 'null' }],
    ['a foreign picture or form', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'a foreign frame',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
    ['a page of another port, by its site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  ])('is not %s', async (_, headers) => {
    const ours = JSON.parse(JSON.stringify(headers).replace('PORT', String(cloud.port))) as typeof headers;
    expect(await statusWith(ours as Record<string, string>)).toBe(403);
  });

  it('may come by a link from anywhere, to look', async () => {
    const byLink = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(await statusWith(byLink)).toBe(200);
  });

  it('listens on loopback only', async () => {
    await expect(fetch(cloud.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/%00', '/%zz'])(
    'gets no file from outside the preview: %s',
    async (path) => {
      expect([400, 404]).toContain(await statusWith({}, path));
    },
  );

  const admin = async (headers: Record<string, string>, body: unknown) => {
    const response = await fetch(`${cloud.url}/admin`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const read = { action: 'database.getDocument', collectionName: 'hits', queryType: 'WHERE' };
  const signed = () => ({
    authorization: `TC3-HMAC-SHA256 Credential=${cloud.environment['TENCENTCLOUD_SECRETID']}/2026-11-21/tcb`,
  });

  it('needs the secret of this run for the database', async () => {
    expect(await admin({}, read)).toMatchObject({ status: 200, body: { code: 'SIGN_PARAM_INVALID' } });
    expect(await admin({ authorization: 'TC3-HMAC-SHA256 Credential=guess/2026' }, read)).toMatchObject({
      body: { code: 'SIGN_PARAM_INVALID', requestId: expect.any(String) as string },
    });
    expect(await admin(signed(), read)).toMatchObject({ body: { data: { list: [] } } });
  });

  it.each([
    [
      'an action that is not known, by its name',
      { action: 'database.watch' },
      'INVALID_PARAM',
      'database.watch',
    ],
    ['a name of every object', { action: 'constructor' }, 'INVALID_PARAM', 'constructor'],
    ['no action', {}, 'INVALID_PARAM', 'action'],
    ['over 6 MB', { ...read, query: 'x'.repeat(6 * 1024 * 1024) }, 'EXCEED_REQUEST_LIMIT', '6MB'],
    [
      'a function that is not there',
      { action: 'functions.invokeFunction', function_name: 'absent' },
      'FUNCTION_NOT_FOUND',
      'FunctionName',
    ],
  ])('is told, with HTTP 200, of %s', async (_, body, code, message) => {
    const reply = await admin(signed(), body);
    expect(reply).toMatchObject({ status: 200, body: { code, requestId: expect.any(String) as string } });
    expect(reply.body['message']).toContain(message);
  });
});
