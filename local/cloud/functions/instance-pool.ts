import type { FunctionInstance } from './function-instance';

export type InstancePool = {
  /** An instance that is free, a new one while fewer than the limit run, else the next that becomes free. */
  acquire(): { readonly instance: Promise<FunctionInstance>; readonly isCold: boolean };
  release(instance: FunctionInstance): void;
  size(): number;
  /** Ends the free instances now and the busy ones after their call: their code is out of date. */
  retireAll(): void;
  /** Ends every instance at once. */
  close(): Promise<void>;
};

export type PoolOptions = {
  readonly limit: number;
  /** How long an instance may stay unused before it is ended. */
  readonly idleMs: number;
  readonly start: (onEnd: () => void) => FunctionInstance;
};

/** The running instances of one function. The one used last is used next, so that surplus ones grow idle. */
export const createPool = ({ limit, idleMs, start }: PoolOptions): InstancePool => {
  const running = new Set<FunctionInstance>();
  const outdated = new WeakSet<FunctionInstance>();
  const waiting: ((instance: FunctionInstance) => void)[] = [];
  const idleAlarms = new Map<FunctionInstance, NodeJS.Timeout>();
  let free: FunctionInstance[] = [];

  const forget = (instance: FunctionInstance) => {
    running.delete(instance);
    free = free.filter((other) => other !== instance);
    clearTimeout(idleAlarms.get(instance));
    idleAlarms.delete(instance);
  };
  const startOne = (): FunctionInstance => {
    const instance: FunctionInstance = start(() => forget(instance));
    running.add(instance);
    return instance;
  };
  const retire = (instance: FunctionInstance) => {
    forget(instance);
    return instance.retire();
  };
  const rest = (instance: FunctionInstance) => {
    free.push(instance);
    const alarm = setTimeout(() => void retire(instance), idleMs);
    alarm.unref();
    idleAlarms.set(instance, alarm);
  };

  return {
    acquire() {
      const warm = free.pop();
      if (warm) {
        clearTimeout(idleAlarms.get(warm));
        return { instance: Promise.resolve(warm), isCold: false };
      }
      if (running.size < limit) return { instance: Promise.resolve(startOne()), isCold: true };
      return { instance: new Promise((resolve) => waiting.push(resolve)), isCold: false };
    },
    release(instance) {
      const isUsable = instance.isAlive() && !outdated.has(instance);
      if (!isUsable) void retire(instance);
      const next = waiting.shift();
      if (next) next(isUsable ? instance : startOne());
      else if (isUsable) rest(instance);
    },
    size: () => running.size,
    retireAll() {
      for (const instance of running) outdated.add(instance);
      for (const instance of free) void retire(instance);
    },
    async close() {
      await Promise.all([...running].map(retire));
    },
  };
};
