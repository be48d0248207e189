import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output, Reply } from '../../../cloudfunctions/kernel/contract';
import { detailsOf, textsOf } from './application-details';
import type { Application, Details } from './application-details';
import { emptyTexts, readDraft, removeDraft, writeDraft } from './application-draft';
import type { FormField, FormTexts } from './application-draft';
import { faultAtStep } from './application-faults';
import type { FormFault, FormStep } from './application-faults';
import { codeOf, type FailureOf } from '../failure';
import type { ProofList } from './proof-list';
import type { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { Storage } from '../storage';

export type Offer = Output<ActionOf<'membership.onlineCategories'>>['categories'][number];
type SendReply = Reply<ActionOf<'membership.apply'>> | Reply<ActionOf<'membership.correctApplication'>>;
type SendFailure = FailureOf<'membership.apply'> | FailureOf<'membership.correctApplication'>;

type Sources = { readonly call: Call; readonly keys: RequestKeys; readonly storage: Storage };

/** Which step mends what the library refused; what no step mends is shown where it happened. */
const mendedAt: Partial<Record<SendFailure, FormStep>> = {
  'no-such-category': 1,
  'guardian-needed': 1,
  'phone-not-given': 1,
  'proof-needed': 2,
  'no-such-proof': 2,
  'consent-needed': 3,
};

/** Applying for an online membership, or correcting an application: who one is, what proves it, and consenting. */
export class ApplicationForm {
  step: FormStep = 1;
  category = '';
  texts: FormTexts = emptyTexts;
  /** The code of WeChat's phone-number button, in place of a typed number. */
  phoneCode: string | null = null;
  isMinor = false;
  hasConsent = false;
  fault: FormFault | null = null;
  failure: SendFailure | null = null;
  isSending = false;
  /** The application that is corrected; null = a new one. */
  corrected: Application | null = null;
  readonly proofs: ProofList;
  readonly offers: RemoteValue<'membership.onlineCategories'>;
  private readonly sources: Sources;

  constructor(sources: Sources, offers: RemoteValue<'membership.onlineCategories'>, proofs: ProofList) {
    this.sources = sources;
    this.offers = offers;
    this.proofs = proofs;
    makeAutoObservable<this, 'sources'>(
      this,
      { texts: observable.ref, corrected: observable.ref, proofs: false, offers: false, sources: false },
      { autoBind: true },
    );
  }

  get offer(): Offer | null {
    const offers = this.offers.value?.categories ?? [];
    return offers.find(({ category }) => category === this.category) ?? null;
  }

  /** Goes on where the patron left off; @returns whether there was anything. */
  resume(): boolean {
    const draft = readDraft(this.sources.storage);
    if (draft === null) return false;
    this.category = draft.category;
    this.texts = draft.texts;
    this.isMinor = draft.isMinor;
    this.proofs.start(draft.proofs);
    return true;
  }

  /** Begins with an application that is to be corrected. */
  correct(application: Application): void {
    this.corrected = application;
    this.category = application.category;
    this.isMinor = application.guardian !== null;
    this.texts = textsOf(application);
    this.proofs.start(application.proofs);
  }

  chooseCategory(category: string): void {
    this.category = category;
    this.mended('category');
  }

  type(field: FormField, text: string): void {
    this.texts = { ...this.texts, [field]: text };
    this.mended(field);
  }

  givePhone(code: string | null): void {
    this.phoneCode = code;
    this.mended('phone');
  }

  setMinor(isMinor: boolean): void {
    this.isMinor = isMinor;
  }

  consent(isGiven: boolean): void {
    this.hasConsent = isGiven;
    this.mended('consent');
  }

  back(): void {
    this.fault = null;
    this.failure = null;
    if (this.step > 1) this.step = (this.step - 1) as FormStep;
  }

  /** To the next step, if this one is complete. */
  next(): void {
    this.fault = faultAtStep(this.step, this);
    if (this.fault !== null) return;
    this.failure = null;
    this.keep();
    if (this.step < 3) this.step = (this.step + 1) as FormStep;
  }

  /** Keeps what was filled in on the phone, for the next visit. A correction is kept by the library already. */
  keep(): void {
    const { category, texts, isMinor } = this;
    if (this.corrected !== null || (category === '' && texts === emptyTexts)) return;
    writeDraft(this.sources.storage, { category, texts, isMinor, proofs: this.proofs.sent });
  }

  /** Sends it; @returns the application as the library took it. */
  async send(): Promise<Application | null> {
    this.fault = faultAtStep(this.step, this);
    if (this.fault !== null || this.isSending) return null;
    const consentVersion = this.hasConsent ? (this.offers.value?.consentVersion ?? null) : null;
    const details = detailsOf(this, consentVersion);
    const what = JSON.stringify([this.corrected?.applicationId, this.corrected?.revision, details]);
    this.isSending = true;
    this.failure = null;
    const reply = await this.sources.keys.send(what, (requestKey) => this.ask(details, requestKey));
    return runInAction(() => this.take(reply));
  }

  private ask(details: Details, requestKey: string): Promise<SendReply> {
    const { corrected } = this;
    if (corrected === null) return this.sources.call('membership.apply', { ...details, requestKey });
    const { applicationId } = corrected;
    return this.sources.call('membership.correctApplication', { applicationId, ...details, requestKey });
  }

  private take(reply: SendReply): Application | null {
    this.isSending = false;
    if (reply.ok) {
      removeDraft(this.sources.storage);
      return reply.value.application;
    }
    const failure = codeOf(reply);
    this.failure = failure;
    this.step = mendedAt[failure] ?? this.step;
    if (failure === 'guardian-needed') this.isMinor = true;
    if (failure === 'phone-not-given') this.phoneCode = null;
    if (failure === 'consent-needed') this.hasConsent = false;
    if (failure === 'consent-needed' || failure === 'no-such-category') void this.offers.load();
    return null;
  }

  private mended(fault: FormFault): void {
    if (this.fault === fault) this.fault = null;
  }
}
