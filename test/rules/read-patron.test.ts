import { readInitialPin, readPatron } from '../../cloudfunctions/membership/domain/patrons/read-patron';

const whole = {
  _id: '2021302417',
  name: '林知夏',
  category: 'undergraduate',
  status: 'active',
  endsOn: '2027-06-30',
};
const understood = {
  card: '2021302417',
  name: '林知夏',
  category: 'undergraduate',
  status: 'active',
  endsOn: '2027-06-30',
};

test.each<[string, object, object, string[]]>([
  ['a whole document', {}, {}, []],
  ['no status: active', { status: undefined }, {}, []],
  ['an empty status: active', { status: '' }, {}, []],
  ['suspended', { status: 'suspended' }, { status: 'suspended' }, []],
  [
    'a status nobody knows: suspended',
    { status: '在读' },
    { status: 'suspended' },
    ['status unknown-status'],
  ],
  ['no end day: no end', { endsOn: undefined }, { endsOn: null }, []],
  ['an empty end day: no end', { endsOn: '' }, { endsOn: null }, []],
  ['a loosely written end day', { endsOn: '2027/6/30' }, {}, ['endsOn loosely-written']],
  [
    'a date picked in the console, in library time',
    { endsOn: new Date('2027-06-29T16:00:00Z') },
    {},
    ['endsOn loosely-written'],
  ],
  [
    'an end day nobody understands: suspended',
    { endsOn: 'next summer' },
    { endsOn: null, status: 'suspended' },
    ['endsOn not-a-day'],
  ],
  [
    'a day the calendar has not',
    { endsOn: '2027-02-30' },
    { endsOn: null, status: 'suspended' },
    ['endsOn not-a-day'],
  ],
  ['the longest name', { name: '林'.repeat(60) }, { name: '林'.repeat(60) }, []],
  ['no name', { name: ' ' }, { name: '' }, ['name missing']],
  ['a name that is a number', { name: 7 }, { name: '' }, ['name not-text']],
  ['blanks around the name', { name: ' 林知夏 ' }, {}, []],
  ['a very long name', { name: '林'.repeat(61) }, { name: '林'.repeat(61) }, ['name too-long']],
  ['a PIN that would stay as it is', { initialPIN: '482913' }, {}, ['initialPIN unknown-field']],
  ['another spelling', { ends_on: '2027-06-30' }, {}, ['ends_on unknown-field']],
  ['one letter too few', { deparment: '中文系' }, {}, ['deparment unknown-field']],
  ['one letter another', { catagory: 'graduate' }, {}, ['catagory unknown-field']],
  ['two letters swapped', { stauts: 'active' }, {}, ['stauts unknown-field']],
  ['a status as a field', { suspended: 'yes' }, {}, ['suspended unknown-field']],
  ['what the library keeps for itself', { 手记: '常客', grade: 2021, _openid: 'o' }, {}, []],
  ['all that there is', { department: '中文系', phone: '1', initialPin: '482913' }, {}, []],
  ['no category', { category: undefined }, { category: '' }, ['category missing']],
])('%s', (_, change, expected, faults) => {
  const read = readPatron({ ...whole, ...change });
  expect(read.patron).toEqual({ ...understood, ...expected });
  expect(read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test.each([2021302417, '', 'a b', '2021/1', 'x'.repeat(33), null])('%p is no card number', (_id) => {
  const read = readPatron({ ...whole, _id });
  expect(read.patron).toBeNull();
  expect(read.faults).toEqual([{ _id: `patrons/${_id}`, field: '_id', code: 'not-a-card-number' }]);
});

test.each([
  ['482913', '482913'],
  [482_913, '482913'],
  [' 4829 ', ' 4829 '],
  [' ', null],
  ['', null],
  [undefined, null],
  [null, null],
  [true, null],
])('%p in place of a PIN is read as %p', (initialPin, pin) => {
  expect(readInitialPin({ ...whole, initialPin })).toBe(pin);
});
