import { CloudError } from '../cloud-error';

/** A request of the SDKs' admin protocol: the action and its parameters; bytes only in multipart requests. */
export type AdminParameters = Readonly<Record<string, unknown>> & { readonly action: string };

const BLANK_LINE = Buffer.from('\r\n\r\n');

/** The parts of a multipart body by name, as bytes. */
const readParts = (body: Buffer, contentType: string): Readonly<Record<string, Buffer>> => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw new CloudError('INVALID_PARAM', 'multipart request without a boundary');
  const mark = Buffer.from(`--${boundary}`);
  const parts: Record<string, Buffer> = {};
  let start = body.indexOf(mark);
  for (let end = body.indexOf(mark, start + 1); end > 0; end = body.indexOf(mark, start + 1)) {
    const part = body.subarray(start + mark.length + 2, end - 2);
    const headEnd = part.indexOf(BLANK_LINE);
    const name = /name="([^"]+)"/.exec(part.subarray(0, headEnd).toString())?.[1];
    if (name !== undefined) parts[name] = part.subarray(headEnd + BLANK_LINE.length);
    start = end;
  }
  return parts;
};

/** Reads a request body as either SDK sends it. Throws `INVALID_PARAM` for one that can't be read. */
export const readParameters = (body: Buffer, contentType: string): AdminParameters => {
  const parameters = contentType.startsWith('multipart/form-data')
    ? Object.fromEntries(
        Object.entries(readParts(body, contentType)).map(([name, bytes]) => [
          name,
          name === 'requestData' || name === 'apiOptions' ? bytes : bytes.toString(),
        ]),
      )
    : parse(body);
  if (typeof parameters !== 'object' || parameters === null || !('action' in parameters))
    throw new CloudError('INVALID_PARAM', 'a request needs an action');
  const { action } = parameters;
  if (typeof action !== 'string') throw new CloudError('INVALID_PARAM', 'action must be a string');
  return { ...parameters, action };
};

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request is not JSON');
  }
};
