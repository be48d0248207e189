import type { Collection } from '../collection';
import { books } from './books';
import { branches } from './branches';
import { calendars } from './calendars';
import { copies } from './copies';
import { settings } from './settings';

/** Every collection of the cloud database: the embedded cloud opens with these, production is set up from them. */
export const schema: readonly Collection[] = [books, branches, calendars, copies, settings];
