import { isbnFromBarcode } from '../format/isbn';
import { searchWording } from '../wording/zh-CN/catalog/search';
import { say } from './notify';
import { open } from './navigate';
import { routes } from './routes';
import { scanBarcode } from './scan';

/** Scans the bar code of a book and opens what the library has of it; says so when the code is no ISBN. */
export async function scanBook(): Promise<void> {
  const code = await scanBarcode();
  if (code === null) return;
  const isbn = isbnFromBarcode(code);
  if (isbn === null) say(searchWording.notAnIsbn);
  else open(routes.results({ query: isbn, field: 'isbn', scanned: 1 }));
}
