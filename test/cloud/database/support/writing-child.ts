import { openDatabase } from '../../../../local/cloud/database/database-service';
import { toWire } from '../../../../local/cloud/database/values/wire';
import { collectionOf } from './collection-of';

/** Writes without end, saying on stdout what was acknowledged: `i N` for an insert, `t N` for a transaction. */
const write = async (file: string, from: number): Promise<void> => {
  const collections = [
    collectionOf('c', [
      [
        ['terms', 1],
        ['n', 1],
      ],
    ]),
  ];
  const database = openDatabase({ file, now: () => new Date(), collections });
  for (let n = from; ; n++) {
    const terms = Array.from({ length: 40 }, (_, i) => `t${(n * 7 + i * 13) % 200}`);
    await database.handle({
      action: 'database.insertDocument',
      collectionName: 'c',
      data: [toWire({ _id: `i${n}`, n, terms })],
    });
    process.stdout.write(`i ${n}\n`);
    const { reply } = await database.handle({ action: 'database.startTransaction' });
    const { transactionId } = reply;
    for (const side of ['left', 'right'])
      await database.handle({
        action: 'database.modifyDocument',
        collectionName: 'c',
        transactionId,
        query: toWire({ _id: side }),
        data: toWire({ n, terms: [`side${n % 5}`] }),
        merge: false,
        upsert: true,
      });
    await database.handle({ action: 'database.commitTransaction', transactionId });
    process.stdout.write(`t ${n}\n`);
  }
};

void write(process.argv[2] as string, Number(process.argv[3]));
