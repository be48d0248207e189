import { reaction } from 'mobx-miniprogram';
import { call } from '../platform/cloud';
import { everySecond, libraryDayAfter, phoneNow, wait } from '../platform/clock';
import { askToPay } from '../platform/pay';
import { newRequestKey } from '../platform/request-key';
import { proofFiles } from '../platform/proof-files';
import { storage } from '../platform/storage';
import { takenFiles } from '../platform/taken-files';
import { readDraft, removeDraft } from './membership/application-draft';
import { ApplicationForm } from './membership/application-form';
import { ApplicationQueue } from './staff/application-queue';
import { ApplicationReview } from './staff/application-review';
import { Binding } from './membership/binding';
import { HistoryStore } from './circulation/history-store';
import { HoldOffer } from './circulation/hold-offer';
import { HoldsStore } from './circulation/holds-store';
import { BecomingStaff } from './staff/becoming-staff';
import { CodeBinding } from './membership/code-binding';
import { DeskCodeIssue } from './staff/desk-code-issue';
import { DeskFines } from './staff/desk-fines';
import { DeskStore } from './staff/desk-store';
import { DigitalCard } from './membership/digital-card';
import { LoanMarking } from './staff/loan-marking';
import { LoansStore } from './circulation/loans-store';
import { MessagesStore } from './circulation/messages-store';
import { MembershipTerm } from './membership/membership-term';
import { MyApplication } from './membership/my-application';
import { noStorage } from './no-storage';
import { Paying } from './circulation/paying';
import { PagedList } from './paged-list';
import { Pages } from './pages';
import { patronCall } from './patron-call';
import { ProofList } from './membership/proof-list';
import { Privacy } from './membership/privacy';
import { RemoteValue } from './remote-value';
import { RequestKeys } from './request-keys';
import { SearchEntry } from './catalog/search-entry';
import { SearchHistory } from './catalog/search-history';
import { SearchStore } from './catalog/search-store';
import { SeenReplies } from './seen-replies';
import { Session } from './session';
import { StaffMembers } from './staff/staff-members';
import { Suggestions } from './catalog/suggestions';
import { Unbinding } from './membership/unbinding';

/** The phone's composition root: here the stores get the cloud, the clock and the storage. */
const seen = new SeenReplies(storage, phoneNow);
const sources = { call, seen };
/** What belongs to a card stands apart, and goes with it. */
const mine = new SeenReplies(storage, phoneNow, 60, 'mine');
const keys = new RequestKeys(newRequestKey);

/** Who this WeChat is to the library. */
export const session = new Session({ call, mine, storage });
/** What the stores of a bound card stand on. */
export const patronSources = { call: patronCall(call, session), seen: mine, keys };
/** What is borrowed on the bound card: the same on the home page and in its own tab. */
export const loans = new LoansStore(patronSources);
/** What is on hold on the bound card. */
export const holds = new HoldsStore(patronSources);
/** What the library has told. */
export const messages = new MessagesStore(patronSources);
reaction(
  () => session.generation,
  () => {
    loans.reset();
    takenFiles.clear();
    holds.list.reset();
    messages.list.reset();
    void messages.list.load();
    if (session.card !== null) void loans.list.load();
  },
);

/** The library, its branches and whether they are open: one for the whole app. */
export const libraryToday = new RemoteValue(sources, { name: 'library.today', input: {}, key: 'today' });
/** The day so many days after the library's today. */
export const inDays = (days: number): string => libraryDayAfter(days, libraryToday);
/** What was searched for on this phone. */
export const searchHistory = new SearchHistory(storage);
/** Tells the search page whether the patron came to type. */
export const searchEntry = new SearchEntry();
/** What led to a book most often lately. */
export const hotSearches = new RemoteValue(sources, {
  name: 'catalog.hotSearches',
  input: {},
  key: 'hot-searches',
});
/** The row of new books on the home page. */
export const newOnShelf = new RemoteValue(sources, {
  name: 'catalog.newArrivals',
  input: { pageSize: 8 },
  key: 'new-on-shelf',
});

/** Completions of what is being typed. */
export const openSuggestions = (): Suggestions => new Suggestions({ call, wait });
/** One open page of results. */
export const openSearch = (): SearchStore => new SearchStore({ call, seen, history: searchHistory });
/** The whole list of new books. */
export const openArrivals = (): PagedList<'catalog.newArrivals'> =>
  new PagedList(sources, 'catalog.newArrivals');
/** One open book; `foundBy` is the search that led to it. */
export const openBook = (bookId: string, foundBy?: string): RemoteValue<'catalog.book'> =>
  new RemoteValue(sources, {
    name: 'catalog.book',
    input: foundBy === undefined ? { bookId } : { bookId, foundBy },
    key: `book/${bookId}`,
    endedBy: ['no-such-book'],
  });
/** The form that binds a card. */
export const openBinding = (): Binding =>
  new Binding({ call, session, newRequestKey, now: phoneNow, everySecond });
/** The form that binds a card by a code of the desk. */
export const openCodeBinding = (): CodeBinding =>
  new CodeBinding({ call, session, keys, now: phoneNow, everySecond });
/** The page on which a card is unbound. */
export const openUnbinding = (): Unbinding => new Unbinding({ ...patronSources, session });

/** The newest application of this WeChat for an online membership. */
export const myApplication = new MyApplication({ call, seen: mine, keys });
/** The memberships that one can apply for. */
export const onlineOffers = new RemoteValue(sources, {
  name: 'membership.onlineCategories',
  input: {},
  key: 'online-categories',
});
/** The form of an application, new or to be corrected. */
export const openApplicationForm = (): ApplicationForm =>
  new ApplicationForm(
    { call, keys, storage },
    onlineOffers,
    new ProofList({ call, files: proofFiles, newId: newRequestKey }),
  );
/** Whether an application was begun on this phone and not sent. */
export const hasApplicationDraft = (): boolean => readDraft(storage) !== null;
/** What staff see of other people: nothing of it stays on the phone. */
const unkept = { call, seen: new SeenReplies(noStorage, phoneNow) };
/** The applications that wait for staff. */
export const openApplicationQueue = (): ApplicationQueue => new ApplicationQueue(call);
/** The desk, where copies are lent and taken back. */
export const openDesk = (): DeskStore => new DeskStore({ call, keys, storage });
/** The loan of one copy at the desk, and what is noted about it. */
export const openLoanMarking = (): LoanMarking => new LoanMarking({ call, keys });
/** A code by which a patron at the desk binds a card. */
export const openDeskCodeIssue = (): DeskCodeIssue =>
  new DeskCodeIssue({ call, keys, now: phoneNow, everySecond });
/** Becoming staff by a code. */
export const openBecomingStaff = (): BecomingStaff => new BecomingStaff({ call, keys, session });
/** Everybody who is staff. */
export const openStaffMembers = (): StaffMembers =>
  new StaffMembers(
    { call, keys },
    new RemoteValue(unkept, { name: 'membership.staffMembers', input: {}, key: 'staff' }),
  );
/** What a patron owes, at the desk. */
export const openDeskFines = (): DeskFines => new DeskFines({ call, keys });
/** One application before staff. */
export const openApplicationReview = (applicationId: string): ApplicationReview =>
  new ApplicationReview(
    call,
    keys,
    new RemoteValue(unkept, {
      name: 'membership.reviewApplication',
      input: { applicationId },
      key: 'review',
    }),
  );
/** Leaves nothing personal on this phone, and no card bound to it. */
const forgetEverything = (): void => {
  removeDraft(storage);
  session.cardGone(null);
  takenFiles.clear();
  mine.clear();
  myApplication.latest.reset();
};
/** The membership of the bound card. */
export const openMembershipTerm = (): MembershipTerm => new MembershipTerm(patronSources);
/** What the library keeps of this person. */
export const openPrivacy = (): Privacy =>
  new Privacy({ call, seen: mine, keys, files: takenFiles, forgetEverything });
/** Who looked at this person's record or changed it, the newest first. */
export const openAccessLog = (): Pages<'membership.accessLog'> =>
  new Pages(call, 'membership.accessLog', ({ next }) => (next === null ? null : { before: next }));
/** A link for ten minutes to a proof of this WeChat's own. */
export const linkToProof = (proofId: string) => call('membership.proofLink', { proofId });
/** What the bound card owes. */
export const openFines = (): RemoteValue<'circulation.fines'> =>
  new RemoteValue(patronSources, { name: 'circulation.fines', input: {}, key: 'fines' });
/** Paying what the bound card owes on the phone. */
export const openPaying = (): Paying => new Paying({ ...patronSources, askToPay, wait });
/** What was borrowed and returned, where its patron wants it kept. */
export const openHistory = (): HistoryStore => new HistoryStore({ ...patronSources, files: takenFiles });
/** Placing a hold on one title. */
export const openHoldOffer = (bookId: string): HoldOffer => new HoldOffer(patronSources, bookId);
/** The card as it is shown at the desk. */
export const openDigitalCard = (): DigitalCard =>
  new DigitalCard({ ...patronSources, now: phoneNow, everySecond });
