import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '../clock/clock';
import { replaceFile } from '../replace-file';

/** What a signature allows: reading a file, or writing it. */
export type Permit = { readonly verb: 'get' | 'put'; readonly path: string };

export type SignedLinks = {
  /** A signature of the permit and the second at which it ends. */
  sign(permit: Permit, lifeSeconds: number): { readonly sign: string; readonly until: string };
  /** False for a forged or changed permit, and when the cloud's clock has passed its end. */
  allows(permit: Permit, sign: string, until: string): boolean;
};

const readKey = (file: string): Buffer => {
  if (!existsSync(file)) replaceFile(file, randomBytes(32).toString('hex'), 0o600);
  return Buffer.from(readFileSync(file, 'utf8'), 'hex');
};

/** Signs links with a key kept in `keyFile`, so that links outlive a restart but not their time. */
export const openSignedLinks = (keyFile: string, clock: Clock): SignedLinks => {
  const key = readKey(keyFile);
  const seal = ({ verb, path }: Permit, until: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([verb, path, until]))
      .digest('hex');
  return {
    sign(permit, lifeSeconds) {
      const until = String(Math.floor(clock.now().getTime() / 1_000) + lifeSeconds);
      return { until, sign: seal(permit, until) };
    },
    allows(permit, sign, until) {
      const wanted = Buffer.from(seal(permit, until));
      const given = Buffer.from(sign);
      const isGenuine = wanted.length === given.length && timingSafeEqual(wanted, given);
      return isGenuine && clock.now().getTime() < Number(until) * 1_000;
    },
  };
};
