import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Block, MinutesDocument } from './document'

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const LANGUAGES = { da: 'da-DK', en: 'en-GB' } as const
const FONT = 'IBM Plex Sans'

/** With Word's own heading styles, so that its navigation, and a screen reader, know the parts. */
export async function minutesAsDocx({ title, language, blocks }: MinutesDocument): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Én indgang',
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: { value: LANGUAGES[language] } } },
        heading1: { run: { font: FONT, size: 40, bold: true, color: '1D2327' } },
        heading2: {
          run: { font: FONT, size: 28, bold: true, color: '1D2327' },
          paragraph: { spacing: { before: 280 } },
        },
        heading3: {
          run: { font: FONT, size: 23, bold: true, color: '1D2327' },
          paragraph: { spacing: { before: 200 } },
        },
      },
    },
    sections: [{ children: blocks.flatMap(paragraphsOf) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function paragraphsOf(block: Block): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], text: block.text })]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text, block.quiet ? { color: '565F65', size: 18 } : {}) })]
    case 'entry':
      return [
        new Paragraph({
          children: [new TextRun({ text: `${block.label}: `, bold: true }), ...runs(block.text)],
        }),
      ]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }))
  }
}

/** Line ends as Word breaks lines. */
const runs = (text: string, looks: { color?: string; size?: number } = {}) =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...looks, ...(index > 0 && { break: 1 }) }))
