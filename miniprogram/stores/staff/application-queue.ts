import { makeAutoObservable } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Pages } from '../pages';
import type { PageOf } from '../pages';

export type QueuedApplication = PageOf<'membership.applications'>['applications'][number];
export type QueueState = QueuedApplication['state'];

/** The applications that staff see, by state, the longest waiting first. Nothing of it is kept on the phone. */
export class ApplicationQueue {
  state: QueueState = 'submitted';
  readonly pages: Pages<'membership.applications'>;

  constructor(call: Call) {
    this.pages = new Pages(call, 'membership.applications', ({ next }) =>
      next === null ? null : { after: next },
    );
    makeAutoObservable(this, { pages: false }, { autoBind: true });
  }

  get applications(): readonly QueuedApplication[] {
    return this.pages.list.flatMap(({ applications }) => applications);
  }

  /** Another state than before: its first page. */
  async show(state: QueueState): Promise<void> {
    this.state = state;
    this.pages.clear();
    await this.load();
  }

  async load(): Promise<void> {
    await this.pages.start({ state: this.state });
  }
}
