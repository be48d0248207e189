/** What happened and what to do, for a place on the screen that stays empty because of it. */
export type Failure = { readonly title: string; readonly advice: string };
