import type { FunctionInstance } from './function-instance';

/** Instances that nobody uses; each is given up after a while. */
export type IdleInstances = {
  /** The one used last, so that surplus ones grow idle. */
  take(): FunctionInstance | undefined;
  add(instance: FunctionInstance): void;
  drop(instance: FunctionInstance): void;
  all(): readonly FunctionInstance[];
};

/** Instances are given up after `idleMs` milliseconds without a call. */
export const createIdleInstances = (
  idleMs: number,
  giveUp: (instance: FunctionInstance) => void,
): IdleInstances => {
  const alarms = new Map<FunctionInstance, NodeJS.Timeout>();
  const drop = (instance: FunctionInstance) => {
    clearTimeout(alarms.get(instance));
    alarms.delete(instance);
  };
  return {
    take() {
      const last = [...alarms.keys()].at(-1);
      if (last) drop(last);
      return last;
    },
    add(instance) {
      const alarm = setTimeout(() => giveUp(instance), idleMs);
      alarm.unref();
      alarms.set(instance, alarm);
    },
    drop,
    all: () => [...alarms.keys()],
  };
};
