import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { BadRequest } from './exchange';
import { nestsDeeperThan } from './json-object';

/**
 * The request's body, or undefined when it is larger than `limit` bytes. The rest of a too large one is read and
 * dropped: a client that is still sending would otherwise see a broken connection instead of the answer.
 */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
};

const LARGEST_JSON = 16 * 1024 * 1024;
/** What is deeper could not be written as JSON again: that takes a place on the stack for each level. */
const DEEPEST_JSON = 1_000;

/** The body as JSON of the given shape; throws `BadRequest` saying what is wrong. */
export const readJson = async <S extends v.GenericSchema>(
  request: IncomingMessage,
  schema: S,
): Promise<v.InferOutput<S>> => {
  const body = await readBody(request, LARGEST_JSON);
  if (!body) throw new BadRequest('too-large', `more than ${LARGEST_JSON} bytes`, 413);
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch (error) {
    throw new BadRequest('not-json', error instanceof Error ? error.message : String(error));
  }
  if (nestsDeeperThan(DEEPEST_JSON, value))
    throw new BadRequest('too-deep', `more than ${DEEPEST_JSON} levels of objects and arrays`);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  throw new BadRequest('bad-shape', faults.join('; '));
};
