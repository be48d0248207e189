/** A page's address: `pages/book/index` and its query, each value as it was written. */
export interface Route {
  path: string;
  query: Record<string, string>;
}

/** Reads an address as WeChat does: absolute, or relative to the folder of the page that is open (`from`). */
export function parseRoute(url: string, from = ''): Route {
  const [address = '', query = ''] = url.split('?', 2);
  return { path: pathOf(address, `http://phone/${from}`), query: parseQuery(query) };
}

/** What is no address at all (`//`) is the path of no page. */
function pathOf(address: string, base: string): string {
  try {
    return new URL(address, base).pathname.slice(1).replace(/\.html$/, '');
  } catch {
    return address;
  }
}

/** The address that `parseRoute` reads, from the root. */
export function formatRoute({ path, query }: Route): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** WeChat hands the values over as they were written: what was encoded stays encoded. */
function parseQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
