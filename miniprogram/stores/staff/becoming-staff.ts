import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import type { RequestKeys } from '../request-keys';
import type { Session } from '../session';

type Sources = { readonly call: Call; readonly keys: RequestKeys; readonly session: Session };
export type BecomingField = 'code' | 'name';

/** Taking the role of staff that a code gives. */
export class BecomingStaff {
  code = '';
  name = '';
  /** What is missing before anything is sent. */
  fault: BecomingField | null = null;
  readonly becoming: Deed<'membership.becomeStaff'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.becoming = new Deed(sources, 'membership.becomeStaff');
    makeAutoObservable<this, 'sources'>(this, { becoming: false, sources: false }, { autoBind: true });
  }

  type(field: BecomingField, text: string): void {
    this[field] = text;
    if (this.fault === field) this.fault = null;
  }

  /** Sends the code; @returns the role where it gave one, once the session knows it too. */
  async become(): Promise<Output<ActionOf<'membership.becomeStaff'>>['role'] | null> {
    const code = this.code.trim();
    const name = this.name.trim();
    this.fault = code === '' ? 'code' : name === '' ? 'name' : null;
    if (this.fault !== null) return null;
    const became = await this.becoming.run({ code, name });
    if (became === null) return null;
    runInAction(() => {
      this.code = '';
    });
    await this.sources.session.load();
    return became.role;
  }
}
