import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudEnvironment } from '../../miniprogram/platform/environment';

test('functions are deployed to the environment that the phone calls', () => {
  const file = join(__dirname, '../../cloudbaserc.json');
  const { envId } = JSON.parse(readFileSync(file, 'utf8')) as { readonly envId: string };
  expect(envId).toBe(cloudEnvironment);
});
