import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';

export type FileKind = 'json' | 'csv';
/** What the phone can do with a file of the mini program's own; nothing of it throws. */
export type TakenFiles = {
  /** Keeps one file of each kind; whether it did. */
  readonly write: (kind: FileKind, text: string) => Promise<boolean>;
  /** Sends it to a chat, under this name. Only right after a tap, so WeChat wants it. */
  readonly send: (kind: FileKind, name: string) => Promise<'sent' | 'cancelled' | 'failed'>;
  readonly copy: (text: string) => Promise<boolean>;
  /** Leaves none of these files on the phone. */
  readonly clear: () => void;
};

type Ready = { readonly kind: FileKind; readonly name: string; readonly text: string };

/** Something of their own that patrons take along: written as a file first, then sent or copied by a tap of its own. */
export class TakenFile {
  ready: Ready | null = null;
  /** There is a file, not only a text to copy. */
  isFile = false;
  private readonly files: TakenFiles;

  constructor(files: TakenFiles) {
    this.files = files;
    makeAutoObservable<this, 'files'>(this, { ready: observable.ref, files: false }, { autoBind: true });
  }

  /** Where the phone keeps no file the text can still be copied. */
  async prepare(ready: Ready): Promise<void> {
    const isFile = await this.files.write(ready.kind, ready.text);
    runInAction(() => {
      this.ready = ready;
      this.isFile = isFile;
    });
  }

  async send(): Promise<'sent' | 'cancelled' | 'failed'> {
    return this.ready === null || !this.isFile ? 'failed' : this.files.send(this.ready.kind, this.ready.name);
  }

  /** What it was made from is gone: so is the file. */
  forget(): void {
    this.files.clear();
    this.ready = null;
    this.isFile = false;
  }

  async copy(): Promise<boolean> {
    return this.ready !== null && this.files.copy(this.ready.text);
  }
}
