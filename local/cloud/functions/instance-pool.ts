import type { FunctionInstance } from './function-instance';
import { createIdleInstances } from './idle-instances';

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

/** The running instances of one function. */
export const createPool = ({ limit, idleMs, start }: PoolOptions): InstancePool => {
  const running = new Set<FunctionInstance>();
  const outdated = new WeakSet<FunctionInstance>();
  const waiting: ((instance: FunctionInstance) => void)[] = [];
  const idle = createIdleInstances(idleMs, (instance) => void retire(instance));

  const forget = (instance: FunctionInstance) => {
    running.delete(instance);
    idle.drop(instance);
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

  return {
    acquire() {
      const warm = idle.take();
      if (warm) return { instance: Promise.resolve(warm), isCold: false };
      if (running.size < limit) return { instance: Promise.resolve(startOne()), isCold: true };
      return { instance: new Promise((resolve) => waiting.push(resolve)), isCold: false };
    },
    release(instance) {
      const isUsable = instance.isAlive() && !outdated.has(instance);
      if (!isUsable) void retire(instance);
      const next = waiting.shift();
      if (next) next(isUsable ? instance : startOne());
      else if (isUsable) idle.add(instance);
    },
    size: () => running.size,
    retireAll() {
      for (const instance of running) outdated.add(instance);
      for (const instance of idle.all()) void retire(instance);
    },
    close: async () => void (await Promise.all([...running].map(retire))),
  };
};
