import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { codeOf, type FailureOf } from '../failure';

/** A proof as the library has it. */
export type SentProof = NonNullable<Output<ActionOf<'membership.uploadProof'>>['proof']>;
/** A file of the phone that the patron chose. */
export type ChosenFile = { readonly path: string; readonly bytes: number; readonly isPicture: boolean };

/** How the phone lets files be chosen and read. */
export type ProofFiles = {
  readonly choosePhotos: (count: number) => Promise<readonly ChosenFile[]>;
  readonly chooseDocuments: (count: number) => Promise<readonly ChosenFile[]>;
  /** @returns `length` bytes from `position` in base64. */
  readonly readPart: (path: string, position: number, length: number) => Promise<string>;
};

/** A proof of the application. `path` is empty for one that was sent on an earlier visit. */
export type ListedProof = {
  readonly proofId: string;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly path: string;
  readonly isPicture: boolean;
  readonly bytes: number;
  /** 0 to 100. */
  readonly percent: number;
  readonly failure: FailureOf<'membership.uploadProof'> | null;
  /** What the library made of it, once it has it. */
  readonly proof: SentProof | null;
};

type Sources = { readonly call: Call; readonly files: ProofFiles; readonly newId: () => string };

/** As the library takes them; a test holds these to the library's own. */
export const proofLimits = { mostBytes: 5 * 1024 * 1024, most: 4, partBytes: 512 * 1024 } as const;

const asItem = (proof: SentProof): ListedProof => ({
  proof,
  proofId: proof.proofId,
  state: 'sent',
  path: '',
  isPicture: proof.kind !== 'pdf',
  bytes: proof.bytes,
  percent: 100,
  failure: null,
});

/** Whether sending it again may help: nothing is wrong with the file itself. */
export const canRetry = ({ state, path, failure }: ListedProof): boolean =>
  state === 'failed' && path !== '' && failure !== 'proof-too-large' && failure !== 'not-a-proof';

/** The proofs of an application: each is sent as soon as it was chosen, in parts, and can be sent again or removed. */
export class ProofList {
  items: readonly ListedProof[] = [];
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    makeAutoObservable<this, 'sources'>(this, { items: observable.ref, sources: false }, { autoBind: true });
  }

  get room(): number {
    return Math.max(0, proofLimits.most - this.items.length);
  }

  get isSending(): boolean {
    return this.items.some(({ state }) => state === 'sending');
  }

  /** Those that the library has. */
  get sent(): readonly SentProof[] {
    return this.items.flatMap(({ proof }) => (proof === null ? [] : [proof]));
  }

  get sentIds(): readonly string[] {
    return this.sent.map(({ proofId }) => proofId);
  }

  /** Begins with what the library has already. */
  start(sent: readonly SentProof[]): void {
    this.items = sent.map(asItem);
  }

  async choose(from: 'photos' | 'documents'): Promise<void> {
    const { choosePhotos, chooseDocuments } = this.sources.files;
    const chosen = await (from === 'photos' ? choosePhotos : chooseDocuments)(this.room);
    await Promise.all(chosen.slice(0, this.room).map((file) => this.add(file)));
  }

  async retry(proofId: string): Promise<void> {
    const item = this.items.find((each) => each.proofId === proofId);
    if (item === undefined || !canRetry(item)) return;
    this.change(proofId, { state: 'sending', failure: null, percent: 0 });
    await this.send(item);
  }

  remove(proofId: string): void {
    this.items = this.items.filter((each) => each.proofId !== proofId);
  }

  private async add(file: ChosenFile): Promise<void> {
    const item: ListedProof = {
      ...file,
      proofId: this.sources.newId(),
      state: 'sending',
      percent: 0,
      failure: null,
      proof: null,
    };
    runInAction(() => (this.items = [...this.items, item]));
    if (file.bytes > proofLimits.mostBytes) this.fail(item.proofId, 'proof-too-large');
    else await this.send(item);
  }

  private async send({ proofId, path, bytes }: ListedProof): Promise<void> {
    const parts = Math.max(1, Math.ceil(bytes / proofLimits.partBytes));
    for (let part = 0; part < parts; part += 1) {
      if (!this.items.some((each) => each.proofId === proofId)) return;
      const position = part * proofLimits.partBytes;
      const content = await this.read(path, position, Math.min(proofLimits.partBytes, bytes - position));
      if (content === null) return this.fail(proofId, 'not-a-proof');
      const reply = await this.sources.call('membership.uploadProof', { proofId, part, parts, content });
      if (!reply.ok) return this.fail(proofId, codeOf(reply));
      const { proof } = reply.value;
      if (proof === null) this.change(proofId, { percent: Math.round(((part + 1) / parts) * 100) });
      else this.change(proofId, { state: 'sent', percent: 100, isPicture: proof.kind !== 'pdf', proof });
    }
  }

  private async read(path: string, position: number, length: number): Promise<string | null> {
    try {
      return await this.sources.files.readPart(path, position, length);
    } catch {
      return null;
    }
  }

  private fail(proofId: string, failure: FailureOf<'membership.uploadProof'>): void {
    this.change(proofId, { state: 'failed', failure });
  }

  private change(proofId: string, changes: Partial<ListedProof>): void {
    this.items = this.items.map((each) => (each.proofId === proofId ? { ...each, ...changes } : each));
  }
}
