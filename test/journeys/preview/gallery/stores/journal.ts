/** Life-cycle calls of the app, of pages and of components, in order; the journeys read them. */
export const journal: string[] = [];
