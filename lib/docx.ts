import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { barsAsSvg } from './bars'
import { type Block, type Paper, type PaperCell, type PaperTable, runsOf } from './paper'

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const LANGUAGES = { da: 'da-DK', en: 'en-GB' } as const
const FONT = 'IBM Plex Sans'
const INK = '1D2327'
const QUIET = { color: '565F65', size: 18 }

/** With Word's own heading styles and tables, so that its navigation, and a screen reader, know the parts. */
export async function paperAsDocx({ title, language, blocks }: Paper): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Én indgang',
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: { value: LANGUAGES[language] } } },
        heading1: { run: { font: FONT, size: 40, bold: true, color: INK } },
        heading2: {
          run: { font: FONT, size: 28, bold: true, color: INK },
          paragraph: { spacing: { before: 280 } },
        },
        heading3: {
          run: { font: FONT, size: 23, bold: true, color: INK },
          paragraph: { spacing: { before: 200 } },
        },
      },
    },
    sections: [{ children: blocks.flatMap(partsOf) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function partsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], text: block.text, keepNext: true })]
    case 'paragraph':
      return [
        new Paragraph({
          children: runsOf(block.text).flatMap(({ text, href }): ParagraphChild[] =>
            href ? [linked(text, href)] : written(text, block.quiet ? QUIET : {}),
          ),
        }),
      ]
    case 'entry':
      return [
        new Paragraph({
          children: [new TextRun({ text: `${block.label}: `, bold: true }), ...written(block.text)],
        }),
      ]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: written(item) }))
    case 'table':
      return [tableOf(block.table), new Paragraph({})]
    case 'chart':
      return [new Paragraph({ children: [pictureOf(block)] })]
  }
}

/** Line ends as Word breaks lines. */
const written = (text: string, looks: { color?: string; size?: number } = {}) =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...looks, ...(index > 0 && { break: 1 }) }))

const linked = (text: string, link: string, looks: { size?: number; bold?: boolean } = {}) =>
  new ExternalHyperlink({ link, children: [new TextRun({ text, style: 'Hyperlink', ...looks })] })

const SMALL = { size: 18 }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'C9C5BB' }
const NAMES_TAKE = 40

function tableOf({ columns, rows, hasTotal }: PaperTable): Table {
  const each = (100 - NAMES_TAKE) / Math.max(1, columns.length - 1)
  const cell = (at: number, { text, href }: PaperCell, bold: boolean) =>
    new TableCell({
      width: { size: at === 0 ? NAMES_TAKE : each, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, right: 80 },
      children: [
        new Paragraph({
          alignment: columns[at]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [href ? linked(text, href, { bold, ...SMALL }) : new TextRun({ text, bold, ...SMALL })],
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: THIN,
      insideHorizontal: THIN,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ heading }, at) => cell(at, { text: heading }, true)),
      }),
      ...rows.map(
        (cells, row) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((content, at) => cell(at, content, hasTotal && row === rows.length - 1)),
          }),
      ),
    ],
  })
}

/** Shown by a Word too old for drawings; the words beside it say what it shows. */
const NO_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

function pictureOf({ alt, chart }: Block & { kind: 'chart' }): ImageRun {
  const { svg, width, height } = barsAsSvg(chart, { ink: `#${INK}`, font: FONT })
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation: { width, height },
    fallback: { type: 'png', data: NO_PICTURE },
    altText: { name: 'chart', title: alt, description: alt },
  })
}
