import { randomBytes } from 'node:crypto';
import type { NewSecretName } from '../ports/applications';

/** 128 random bits, as text. */
export const newSecretName: NewSecretName = () => randomBytes(16).toString('hex');
