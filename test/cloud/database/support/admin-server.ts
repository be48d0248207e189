import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { CloudError } from '../../../../local/cloud/cloud-error';
import type { AdminRequest } from '../../../../local/cloud/database/admin-request';
import type { DatabaseService } from '../../../../local/cloud/database/database-service';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const replyOf = async (
  database: DatabaseService,
  request: AdminRequest,
  hasRead: (documents: number) => void,
): Promise<Record<string, unknown>> => {
  try {
    const { reply, read } = await database.handle(request);
    hasRead(read);
    return reply;
  } catch (error) {
    if (error instanceof CloudError) return { code: error.code, message: error.message };
    throw error;
  }
};

export type AdminServer = {
  readonly url: string;
  /** Every request seen, as its body. */
  readonly requests: AdminRequest[];
  /** How many documents were examined so far, as MongoDB counts them. */
  documentsRead(): number;
  /**
   * Does so many more requests and then none, as of one who was killed; null = does them again. Where the `reply` is
   * lost, one more is done and nobody hears of it.
   */
  readonly cutOffAfter: (done: number | null, lost?: 'request' | 'reply') => void;
  close(): Promise<void>;
};

const cutOff = JSON.stringify({ code: 'SYS_ERR', message: 'cut off' });

/** Only the database half of the admin protocol over HTTP, so that the real SDKs can talk to it. */
export const serveAdmin = async (database: DatabaseService): Promise<AdminServer> => {
  const requests: AdminRequest[] = [];
  let read = 0;
  let [left, undone] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const server = createServer((request, response) => {
    void (async () => {
      const body = JSON.parse(await bodyOf(request)) as AdminRequest;
      requests.push(body);
      left -= 1;
      undone -= 1;
      const isCutOff = left < 0;
      if (undone < 0) {
        response.end(cutOff);
        return;
      }
      const reply = await replyOf(database, body, (documents) => {
        read += documents;
      }).catch((error: unknown) => ({
        code: 'SYS_ERR',
        message: String(error instanceof Error ? error.stack : error),
      }));
      if (isCutOff) {
        response.end(cutOff);
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ requestId: randomUUID(), ...reply }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/admin`,
    requests,
    documentsRead: () => read,
    cutOffAfter: (done, lost = 'request') => {
      left = done ?? Number.POSITIVE_INFINITY;
      undone = lost === 'reply' ? left + 1 : left;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
