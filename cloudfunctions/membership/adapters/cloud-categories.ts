import type { DocumentFault } from '../../kernel/document-fault';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { PatronCategory } from '../domain/patrons/patron-category';
import { categoriesFaults, readCategory } from '../domain/patrons/read-category';

type CategoryDocument = Readonly<Record<string, unknown>> & { readonly _id: string };

/** A page of the server; a library has fewer categories. */
const page = 100;

const inOrder = (a: CategoryDocument, b: CategoryDocument): number => {
  const place = ({ order }: CategoryDocument) =>
    typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || (a._id < b._id ? -1 : 1);
};

const hasTextId = ({ _id }: { readonly _id: unknown }): boolean => typeof _id === 'string';

const documents = async (database: Database): Promise<readonly CategoryDocument[]> =>
  (await documentsOf<CategoryDocument>(database.collection('patron_categories').limit(page))).filter(
    hasTextId,
  );

/** Reads all patron categories, in the order in which they are shown. */
export const cloudCategories = (database: Database) => async (): Promise<readonly PatronCategory[]> =>
  [...(await documents(database))].sort(inOrder).map((document) => readCategory(document).category);

/** Looks through all patron categories for mistakes. */
export const checkCategories = (database: Database) => async (): Promise<readonly DocumentFault[]> =>
  categoriesFaults(await documents(database));

/** The ids of all patron categories. */
export const categoryIds = async (database: Database): Promise<ReadonlySet<string>> =>
  new Set((await documents(database)).map(({ _id }) => _id));
