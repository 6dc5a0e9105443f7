import { and, eq } from 'drizzle-orm'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { meetings } from '@/db/schema'
import { paperAsDocx } from '@/lib/docx'
import { paperAsPdf } from '@/lib/pdf'
import { demoDatabase, forumId, viewerOf } from '@/test/demo'
import { wordsOf } from '@/test/papers'
import { getMinutes } from '../queries/read'
import { minutesDocument } from './document'

let database: Database
let closed: string
beforeEach(() => {
  database = demoDatabase()
  const noerrebro = and(eq(meetings.forumId, forumId('noerrebro')), eq(meetings.heldOn, '2026-10-01'))
  closed = database.select().from(meetings).where(noerrebro).get()!.id
})

const documentOf = (name: string) => minutesDocument(getMinutes(viewerOf(name), closed), 'da')

async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const { items } = await page.getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join(' ')
    }),
  )
  const { info } = await pdf.getMetadata()
  return {
    text: pages.join(' ').replace(/\s+/g, ' '),
    pages: pdf.numPages,
    mark: await pdf.getMarkInfo(),
    info,
  }
}

describe('the paper', () => {
  test('is called by what it is, of whom and of which day', () => {
    expect(documentOf('Pia Storm').title).toBe('Referat – Boligsocialt Forum Nørrebro – 01-10-2026')
  })

  test('holds what its reader may read, and no more', () => {
    const [staff, fsb] = [documentOf('Søren Bak'), documentOf('Pia Storm')].map((paper) => wordsOf(paper))
    expect(fsb!.every((words) => staff!.some((theirs) => theirs.includes(words) || words.length < 40))).toBe(
      true,
    )
    expect(staff!.join()).toContain('kun kommunen')
    expect(fsb!.join()).not.toContain('kun kommunen')
    expect(staff!.length).toBeGreaterThan(fsb!.length)
  })

  test('lists every decision and action item once more at the end', () => {
    const { edition } = getMinutes(viewerOf('Søren Bak'), closed)
    const lines = edition.items.flatMap((item) => item.lines)
    const lists = documentOf('Søren Bak').blocks.slice(-4)
    expect(lists.map(({ kind }) => kind)).toEqual(['heading', 'list', 'heading', 'list'])
    const [, decisions, , actions] = lists as { items: string[] }[]
    expect(decisions!.items).toHaveLength(lines.filter(({ kind }) => kind === 'decision').length)
    expect(actions!.items).toHaveLength(lines.filter(({ kind }) => kind === 'action').length)
  })
})

describe('as PDF', () => {
  test('another program reads its title, its language, its tags and every word of it', async () => {
    const paper = documentOf('Pia Storm')
    const { text, mark, info } = await readPdf(await paperAsPdf(paper))
    expect(mark).toMatchObject({ Marked: true })
    expect(info).toMatchObject({ Title: paper.title, Language: 'da' })
    const solid = (words: string) => words.replace(/\s+/g, '')
    for (const words of wordsOf(paper)) expect(solid(text)).toContain(solid(words))
  })

  test('its headings and lists are a tree that a screen reader walks', async () => {
    const data = new Uint8Array(await paperAsPdf(documentOf('Pia Storm')))
    const pdf = await getDocument({ data, verbosity: 0 }).promise
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody'])
      expect(tree).toContain(`"role":"${role}"`)
  })

  test('400 kB of text become pages, all of them numbered', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `Linje ${index} ${'æøå ord '.repeat(125)}`)
    const blocks = long.map((text) => ({ kind: 'paragraph' as const, text }))
    const { text, pages } = await readPdf(await paperAsPdf({ title: 'Lang', language: 'da', blocks }))
    expect(pages).toBeGreaterThan(50)
    expect(text).toContain(`Lang · ${pages} / ${pages}`)
    expect(text).toContain('Linje 399')
  }, 60_000)
})

describe('as Word', () => {
  test('another program reads its headings as headings and its lists as lists', async () => {
    const paper = documentOf('Pia Storm')
    const buffer = Buffer.from(await paperAsDocx(paper))
    const { value: html, messages } = await mammoth.convertToHtml({ buffer })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(html).toContain('<h1>Referat, Boligsocialt Forum Nørrebro</h1>')
    expect(html).toContain('<h2>Deltagere</h2>')
    expect(html.match(/<h3>/g)).toHaveLength(
      paper.blocks.filter((block) => block.kind === 'heading' && block.level === 3).length,
    )
    expect(html).toContain('<ul><li>')
  })
})
