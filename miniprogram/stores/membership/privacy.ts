import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { codeOf, type FailureOf } from '../failure';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';
import { TakenFile, type TakenFiles } from '../taken-file';

type Deleted = Output<ActionOf<'membership.deleteData'>>;
export type ConsentKind = Output<ActionOf<'membership.consents'>>['consents'][number]['kind'];
type Sources = {
  readonly call: Call;
  readonly seen: SeenReplies;
  readonly keys: RequestKeys;
  readonly files: TakenFiles;
  /** Empties the phone of everything personal. */
  readonly forgetEverything: () => void;
};
export type PrivacyFailure =
  | { readonly action: 'membership.setConsent'; readonly code: FailureOf<'membership.setConsent'> }
  | { readonly action: 'membership.exportData'; readonly code: FailureOf<'membership.exportData'> }
  | { readonly action: 'membership.deleteData'; readonly code: FailureOf<'membership.deleteData'> };

/** What the library keeps of this person, what they consent to, taking it all along and deleting it. */
export class Privacy {
  readonly consents: RemoteValue<'membership.consents'>;
  readonly kept: RemoteValue<'membership.keptData'>;
  /** What was exported. */
  readonly taken: TakenFile;
  busy: 'consent' | 'export' | 'delete' | null = null;
  failure: PrivacyFailure | null = null;
  /** What deleting did, until the page closes. */
  deleted: Deleted | null = null;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.taken = new TakenFile(sources.files);
    this.consents = new RemoteValue(sources, { name: 'membership.consents', input: {}, key: 'consents' });
    this.kept = new RemoteValue(sources, { name: 'membership.keptData', input: {}, key: 'kept-data' });
    makeAutoObservable<this, 'sources'>(
      this,
      {
        consents: false,
        kept: false,
        taken: false,
        failure: observable.ref,
        deleted: observable.ref,
        sources: false,
      },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    await Promise.all([this.consents.load(), this.kept.load()]);
  }

  /** Consents to the words as they are now, or takes the consent back. */
  async setConsent(kind: ConsentKind, isGiven: boolean): Promise<void> {
    const consent = this.consents.value?.consents.find((each) => each.kind === kind);
    if (consent === undefined || this.busy !== null) return;
    const input = { kind, isGiven, version: consent.currentVersion };
    this.begin('consent');
    const reply = await this.sources.keys.send(`consent/${JSON.stringify(input)}`, (requestKey) =>
      this.sources.call('membership.setConsent', { ...input, requestKey }),
    );
    runInAction(() => {
      this.busy = null;
      if (reply.ok) this.consents.put(reply.value);
      else this.failure = { action: 'membership.setConsent', code: codeOf(reply) };
    });
    if (this.failure?.code === 'words-changed') await this.consents.load();
  }

  /** @returns all that is kept as JSON, and whether some of it did not fit; null where it did not come. */
  async export(): Promise<{ readonly text: string; readonly isShortened: boolean } | null> {
    if (this.busy !== null) return null;
    this.begin('export');
    const reply = await this.sources.call('membership.exportData', {});
    runInAction(() => {
      this.busy = null;
      if (!reply.ok) this.failure = { action: 'membership.exportData', code: codeOf(reply) };
    });
    if (!reply.ok) return null;
    return { text: JSON.stringify(reply.value, null, 2), isShortened: reply.value.isShortened };
  }

  /** Deletes what may go, here and at the library. */
  async delete(): Promise<void> {
    if (this.busy !== null) return;
    this.begin('delete');
    const reply = await this.sources.keys.send('delete-data', (requestKey) =>
      this.sources.call('membership.deleteData', { requestKey }),
    );
    runInAction(() => {
      this.busy = null;
      if (reply.ok) this.deleted = reply.value;
      else this.failure = { action: 'membership.deleteData', code: codeOf(reply) };
    });
    if (reply.ok) this.sources.forgetEverything();
  }

  private begin(what: 'consent' | 'export' | 'delete'): void {
    this.busy = what;
    this.failure = null;
  }
}
