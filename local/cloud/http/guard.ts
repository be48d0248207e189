import type { IncomingMessage } from 'node:http';

/** Not parsed as a URL, which would pass over a user's name in front (`evil@127.0.0.1`). */
const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(?<port>\d{1,5}))?$/i;

const isLoopback = (authority: string, port: number): boolean => {
  const found = loopback.exec(authority);
  return found !== null && Number(found.groups?.['port'] ?? 80) === port;
};

/**
 * Why a request is refused, or undefined. The server listens on loopback only; this keeps out what a browser on
 * the same machine carries in: a name that a foreign site points at 127.0.0.1 (Host), and a foreign page (Origin,
 * or Sec-Fetch-Site where a browser sends no Origin). Another local port is foreign too.
 */
export const refusal = ({ headers }: IncomingMessage, port: number): string | undefined => {
  if (!headers.host || !isLoopback(headers.host, port)) return `host ${headers.host ?? '(none)'}`;
  const { origin } = headers;
  if (origin !== undefined && !(origin.startsWith('http://') && isLoopback(origin.slice(7), port)))
    return `origin ${origin}`;
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  const site = headers['sec-fetch-site'];
  if ((site === 'cross-site' || site === 'same-site') && !isNavigation) return `a request from another site`;
  return undefined;
};
