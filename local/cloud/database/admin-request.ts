import { invalidParameter } from './errors';
import type { Sort } from './planning/sort-provision';
import { fromWire } from './values/wire';
import { isObject, type Document } from './values/value';

/** A request of the SDK's admin protocol, as its body is parsed. */
export type AdminRequest = { readonly action: string } & Readonly<Record<string, unknown>>;

/** Reads the parameters of a request; throws `INVALID_PARAM` where one has another shape than the SDKs send. */
export class Parameters {
  private readonly request: AdminRequest;
  private readonly now: () => Date;

  constructor(request: AdminRequest, now: () => Date) {
    this.request = request;
    this.now = now;
  }

  get collection(): string {
    const name = this.request['collectionName'];
    if (typeof name !== 'string' || name === '') throw invalidParameter('collectionName must be a string');
    return name;
  }

  get transaction(): string | undefined {
    const id = this.request['transactionId'];
    return typeof id === 'string' && id !== '' ? id : undefined;
  }

  flag(name: 'multi' | 'merge' | 'upsert'): boolean {
    return this.request[name] === true;
  }

  get isByDocument(): boolean {
    return this.request['queryType'] === 'DOC';
  }

  get filter(): Document {
    return this.optionalDocument('query') ?? {};
  }

  get data(): Document {
    const data = this.optionalDocument('data');
    if (!data) throw invalidParameter('data must be an object');
    return data;
  }

  get documents(): readonly Document[] {
    const data = this.request['data'];
    if (!Array.isArray(data)) throw invalidParameter('data must be an array of EJSON strings');
    return data.map((text: unknown) => this.document(text, 'data'));
  }

  get projection(): Document | undefined {
    return this.optionalDocument('projection');
  }

  get sort(): Sort {
    const order = this.optionalDocument('order') ?? {};
    return Object.entries(order).map(([path, direction]) => {
      if (direction !== 1 && direction !== -1) throw invalidParameter(`order of ${path} must be 1 or -1`);
      return [path, direction] as const;
    });
  }

  get stages(): readonly Document[] {
    const stages = this.request['stages'];
    if (!Array.isArray(stages)) throw invalidParameter('stages must be an array');
    return stages.map((stage: unknown) => {
      const { stageKey, stageValue } = stage as { stageKey?: unknown; stageValue?: unknown };
      if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
        throw invalidParameter('each stage needs stageKey and stageValue');
      return { [stageKey]: fromWire(stageValue, this.now) };
    });
  }

  /** A whole number from 0 up, or undefined where the request has none. */
  number(name: 'offset' | 'limit'): number | undefined {
    const value = this.request[name];
    if (value === undefined || value === null) return undefined;
    if (!Number.isInteger(value) || Number(value) < 0)
      throw invalidParameter(`${name} must be a non-negative integer`);
    return Number(value);
  }

  private optionalDocument(name: string): Document | undefined {
    const text = this.request[name];
    return text === undefined || text === null || text === '' ? undefined : this.document(text, name);
  }

  private document(text: unknown, name: string): Document {
    if (typeof text !== 'string') throw invalidParameter(`${name} must be an EJSON string`);
    const value = fromWire(text, this.now);
    if (!isObject(value)) throw invalidParameter(`${name} must be an object`);
    return value;
  }
}
