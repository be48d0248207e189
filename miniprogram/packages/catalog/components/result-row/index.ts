import type { ResultRow } from '../../../../format/result-row';

const nothing: ResultRow = {
  workId: '',
  bookId: '',
  title: '',
  titleSegments: [],
  makers: '',
  year: '',
  callNumber: '',
  editions: '',
  availability: '',
  label: '',
  tone: 'none',
};

/** One work in a list of results. */
Component({
  properties: {
    row: { type: Object, value: nothing },
  },
});
