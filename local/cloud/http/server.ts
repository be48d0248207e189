import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BadRequest, type Exchange, matchPath, type Route, sendJson } from './exchange';
import { refusal } from './guard';

export type RunningServer = { readonly port: number; close(): Promise<void> };

const find = (routes: readonly Route[], method: string, path: string) => {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPath(route.path, path);
    if (params) return { route, params };
  }
  throw new BadRequest('no-such-route', `${method} ${path}`, 404);
};

const answerFault = (response: ServerResponse, fault: unknown, report: (text: string) => void): void => {
  if (!(fault instanceof BadRequest))
    report(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const error =
    fault instanceof BadRequest
      ? { code: fault.code, message: fault.message }
      : { code: 'unexpected', message: fault instanceof Error ? fault.message : String(fault) };
  sendJson(response, { error }, fault instanceof BadRequest ? fault.status : 500);
};

/**
 * Serves the routes on 127.0.0.1 only; the first that fits answers. Port 0 takes a free one. Rejects when the port
 * is taken (`EADDRINUSE`). `report` hears of faults that are this program's own.
 */
export const listen = (
  routes: readonly Route[],
  wantedPort: number,
  report: (text: string) => void,
): Promise<RunningServer> => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { port } = server.address() as AddressInfo;
    const refused = refusal(request, port);
    if (refused)
      throw new BadRequest('refused', `only pages of this server may call it, not ${refused}`, 403);
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const { route, params } = find(
      routes,
      request.method === 'HEAD' ? 'GET' : (request.method ?? ''),
      url.pathname,
    );
    await route.handle({ request, response, url, params } satisfies Exchange);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => answerFault(response, fault, report));
  });
  // An import of a whole catalogue may take longer than the five minutes that Node allows.
  server.requestTimeout = 0;
  // A caller that is busy for longer than Node's five seconds would find its idle connection closed under its feet.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wantedPort, '127.0.0.1', () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
};
