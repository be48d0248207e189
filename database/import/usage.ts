import { DEFAULT_DATA_FOLDER } from '../../local/running-cloud';

/** How the command is called: for librarians, then in English. */
export const usage = `用法：npm run import -- [选项] 文件…

  导入书目：MARC 21 或 CNMARC（ISO 2709 或 MARCXML）、CSV、Excel（.xlsx）、JSON Lines，也可以是 .gz 压缩包。
  格式和编码不写时自动识别。

  --format F          格式：marc21、cnmarc、csv、xlsx、jsonl
  --encoding E        编码：utf-8、gbk、gb2312、gb18030、marc-8
  --data DIR          数据目录（默认 ${DEFAULT_DATA_FOLDER}；npm start 可以同时运行）
  --report FILE       把报告也写进这个文件
  --write-jsonl FILE  不写入数据目录，改写成云控制台能导入的文件；复本另成一个：books.jsonl → books.copies.jsonl
  --agency CODE       记录没有注明编目机构（003）时，加在控制号前面的馆代码
  --branch B          分馆：“原文=分馆代码”对照来源里的写法，只写代码则归入其余的复本；可以多次
  --keep FIELD        已有书目的这个字段不覆盖；可以多次
  --update-status     已有复本的借阅状态也以来源为准
  --to TARGET         导入什么：books（书目，默认）patrons（读者）或 loans（借阅）：CSV、Excel、JSON Lines

npm run import -- [options] FILE…

  Imports catalogue records: MARC 21 or CNMARC (ISO 2709 or MARCXML), CSV, Excel (.xlsx), JSON Lines; .gz too.
  Format and encoding are told from each file when they are not given.

  --format F          marc21, cnmarc, csv, xlsx or jsonl
  --encoding E        utf-8, gbk, gb2312, gb18030 or marc-8
  --data DIR          data folder of the embedded cloud (default ${DEFAULT_DATA_FOLDER}; it may be running meanwhile)
  --report FILE       write the report there, too
  --write-jsonl FILE  write JSON Lines for the cloud console instead; copies in a file of their own:
                      books.jsonl → books.copies.jsonl
  --agency CODE       stands before the control numbers of records that name no agency (003)
  --branch B          NAME=CODE maps what a source calls a branch; a bare CODE takes all other copies; repeatable
  --keep FIELD        never overwrite this field of books that are there already; repeatable
  --update-status     take the status of existing copies from the source, too
  --to TARGET         what is imported: books (the default), patrons or loans (CSV, Excel, JSON Lines)
`;
