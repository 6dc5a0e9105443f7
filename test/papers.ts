import { type Block, type Paper, runsOf } from '@/lib/paper'

/** Everything a paper says, block by block. */
export const wordsOf = ({ blocks }: Paper): string[] => blocks.flatMap(said)

function said(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items
    case 'entry':
      return [block.label, block.text]
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [runsOf(block.text).reduce((words, { text }) => words + text, '')]
    case 'table':
      return [
        ...block.table.columns.map(({ heading }) => heading),
        ...block.table.rows.flatMap((row) => row.map(({ text }) => text)),
      ]
    case 'chart':
      return block.chart.bars.flatMap(({ label, values }) => [label, ...values.map(({ text }) => text)])
  }
}
