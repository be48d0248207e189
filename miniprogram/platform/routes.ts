/** Every address in the mini program, so that a link, a share and a tap agree. */
export type Query = Readonly<Record<string, string | number | undefined>>;

const page = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const pairs = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};

export const routes = {
  home: () => page('/pages/home/index'),
  search: () => page('/pages/search/index'),
  loans: () => page('/pages/loans/index'),
  me: () => page('/pages/me/index'),
  cannotStart: (reason: 'old-wechat' | 'not-set-up') => page('/pages/cannot-start/index', { reason }),
  notFound: () => page('/pages/not-found/index'),
  results: (query: Query) => page('/packages/catalog/pages/results/index', query),
  book: (bookId: string, foundBy?: string) => page('/packages/catalog/pages/book/index', { bookId, foundBy }),
  browse: (clc?: string) => page('/packages/catalog/pages/browse/index', { clc }),
  arrivals: () => page('/packages/catalog/pages/arrivals/index'),
  holds: () => page('/packages/circulation/pages/holds/index'),
  fines: () => page('/packages/circulation/pages/fines/index'),
  messages: () => page('/packages/circulation/pages/messages/index'),
  history: () => page('/packages/circulation/pages/history/index'),
  choices: () => page('/packages/circulation/pages/choices/index'),
  card: () => page('/packages/membership/pages/card/index'),
  bind: () => page('/packages/membership/pages/bind/index'),
  deskCode: () => page('/packages/membership/pages/desk-code/index'),
  issueCode: () => page('/packages/staff/pages/issue-code/index'),
  marks: (barcode: string) => page('/packages/staff/pages/marks/index', { barcode }),
  deskFines: () => page('/packages/staff/pages/fines/index'),
  becomeStaff: () => page('/packages/staff/pages/become/index'),
  staffMembers: () => page('/packages/staff/pages/members/index'),
  application: () => page('/packages/membership/pages/application/index'),
  apply: (mode?: 'correct') =>
    page('/packages/membership/pages/apply/index', { correct: mode === 'correct' ? 1 : undefined }),
  desk: () => page('/packages/staff/pages/desk/index'),
  term: () => page('/packages/membership/pages/term/index'),
  privacy: () => page('/packages/membership/pages/privacy/index'),
  access: () => page('/packages/membership/pages/access/index'),
  applications: () => page('/packages/staff/pages/applications/index'),
  review: (applicationId: string) => page('/packages/staff/pages/review/index', { applicationId }),
  family: () => page('/packages/membership/pages/family/index'),
  familyInvite: () => page('/packages/membership/pages/family-invite/index'),
  familyConsent: () => page('/packages/membership/pages/family-consent/index'),
  familyLoans: (linkId: string) => page('/packages/circulation/pages/family-loans/index', { linkId }),
  unbind: () => page('/packages/membership/pages/unbind/index'),
} as const;

/** A value from a page's address in the clear; some WeChat versions hand it over still encoded, some do not. */
export const decoded = (value: string | undefined): string => {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return value ?? '';
  }
};
