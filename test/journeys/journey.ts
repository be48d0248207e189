import type { Page } from 'playwright-core';

/** A mini program that is being served: its address, and how to stop it. */
export interface Site {
  url: string;
  close: () => Promise<void>;
}

/** What a journey is given: a fresh browser page, with nothing in its storage, and the site's address. */
export interface Surroundings {
  page: Page;
  url: string;
  /** Opens the bare phone: `open('/pages/home/index?x=1', { theme: 'dark' })`; options as in phone.html's address. */
  open: (path?: string, options?: Record<string, string>) => Promise<void>;
}

/** One thing that a person does, and what is then seen. It fails by throwing; so does an error or warning on the page. */
export interface Journey {
  name: string;
  run: (surroundings: Surroundings) => Promise<void>;
  /** The frame's size in px; 375 × 812 unless given. */
  viewport?: { width: number; height: number };
  /** The journey provokes errors on the page on purpose. */
  expectsPageErrors?: boolean;
}

/** A file `*.journey.ts` exports `journeys`, and `site` where it isn't the library's own mini program. */
export interface JourneyFile {
  journeys: readonly Journey[];
  site?: () => Promise<Site>;
}
