import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request being answered; `params` are the parts of its path that the route names. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
};

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/workbench/collections/:name`; a last part `*` takes the rest of the path. */
  readonly path: string;
  handle(exchange: Exchange): Promise<void> | void;
};

/** What is wrong with a request: answered with its status and `{ error: { code, message } }`. */
export class BadRequest extends Error {
  readonly status: number;
  readonly code: string;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'BadRequest';
    this.code = code;
    this.status = status;
  }
}

/** Ends the response with a value as JSON. */
export const sendJson = (response: ServerResponse, value: unknown, status = 200): void => {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadRequest('bad-path', `not a path: ${part}`);
  }
};

/** The named parts of `path` when it has the route's form. */
export const matchPath = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const takesRest = wanted.at(-1) === '*';
  if (takesRest ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part === '*') params['rest'] = given.slice(index).map(decode).join('/');
    else if (part.startsWith(':')) params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
};
