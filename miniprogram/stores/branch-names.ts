import type { RemoteValue } from './remote-value';

/** Names of the branches by id, as far as the library has told them. */
export const branchNamesOf = (today: RemoteValue<'library.today'>): Readonly<Record<string, string>> =>
  Object.fromEntries((today.value?.branches ?? []).map(({ branchId, name }) => [branchId, name]));
