/** The part of cli-progress that the import uses; the package has no types of its own. */
declare module 'cli-progress' {
  export type BarOptions = {
    readonly format: string;
    readonly stream: NodeJS.WriteStream;
    readonly clearOnComplete: boolean;
    readonly hideCursor: boolean;
  };
  export class SingleBar {
    constructor(options: BarOptions);
    start(total: number, value: number, payload: Readonly<Record<string, string | number>>): void;
    update(value: number, payload: Readonly<Record<string, string | number>>): void;
    stop(): void;
  }
}
