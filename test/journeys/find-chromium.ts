import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser that the journeys drive: $CHROMIUM, or one in a usual place.
 * @throws Error that says how to get one.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  if (named && !existsSync(named)) throw new Error(`$CHROMIUM names ${named}, which doesn't exist`);
  const found = named ?? usualPlaces.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    [
      'The journeys need Chromium or Chrome, and none was found.',
      '  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk',
      '  macOS:           brew install --cask chromium',
      '  elsewhere:       set CHROMIUM to the path of the program',
    ].join('\n'),
  );
}

/** No GPU, no background traffic: the same picture everywhere. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
