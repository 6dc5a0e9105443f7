import { parse } from 'csv-parse/sync'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { appUrl } from '@/lib/env'
import { DEMO_NOW, demoDatabase, partyId, viewerOf } from '@/test/demo'
import { figuresOf, type Said, sentenceFigures, tableFigures, tablesOf } from '@/test/report-figures'
import { reportInput } from '../input'
import type { Report } from '../model'
import { makeReport } from '../queries/report'
import { reportAsFile } from './files'

const reports: [string, Report][] = []
beforeAll(() => {
  demoDatabase()
  for (const locale of ['da', 'en'] as const)
    for (const party of [undefined, partyId('BIF'), partyId('fsb')]) {
      const address = reportInput.parse({ period: '2026', party })
      reports.push([locale, makeReport(viewerOf('Mette Holm'), address, locale, DEMO_NOW)])
    }
}, 60_000)

const fileOf = async (report: Report, name: string) => Buffer.from((await reportAsFile(report, name)).body)
const solid = (words: string) => words.replace(/[\s\u00a0]+/g, '')
const saidIn = (report: Report) =>
  report.sections.flatMap(({ sentences }) =>
    sentences.map((pieces) =>
      pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
    ),
  )
const linksOf = (report: Report) =>
  [...new Set(figuresOf(report).flatMap(({ href }) => (href ? new URL(href, appUrl()).href : [])))].sort()

/** How many of our units make one of a spreadsheet's. */
const ONE = { count: 1, days: 1, minutes: 60, money: 100, percent: 10_000 }
const asWhole = (read: unknown, { unit, value, text }: Said) =>
  value === null
    ? expect(read).toBe(text)
    : expect(Math.round(Number(read) * ONE[unit as 'count'])).toBe(value)

describe('what another program reads', () => {
  test('in the spreadsheet: every figure as a number, one sheet for each table', async () => {
    for (const [, report] of reports) {
      const [, sentences, ...sheets] = await readExcelFile(await fileOf(report, 'report.xlsx'))
      const figures = sentenceFigures(report)
      expect(sentences!.data).toHaveLength(figures.length + 1)
      for (const [at, figure] of figures.entries()) asWhole(sentences!.data[at + 1]![2], figure)
      const tables = tablesOf(report)
      expect(sheets).toHaveLength(tables.length)
      for (const [index, table] of tables.entries()) {
        const [headings, ...rows] = sheets[index]!.data
        expect(headings).toEqual(table.columns.map(({ heading }) => heading))
        expect(rows.map(([name]) => name)).toEqual(table.rows.map(([name]) => name!.text))
        const read = rows.flatMap(([, ...cells]) => cells)
        const said = tableFigures(table)
        expect(read).toHaveLength(said.length)
        for (const [at, one] of said.entries()) asWhole(read[at], one)
      }
    }
  }, 60_000)

  test('in the list: every figure as it is printed and as a whole number', async () => {
    for (const [, report] of reports) {
      const text = (await fileOf(report, 'report.csv')).toString()
      const [, ...lines] = parse(text, { delimiter: ';', bom: true, relax_column_count: true }) as string[][]
      const read = lines.map(([, , , , figure, whole, , of]) => ({ figure, whole, of }))
      expect(read).toEqual(
        figuresOf(report).map(({ text: figure, value, of }) => ({
          figure,
          whole: value === null ? '' : String(value),
          of: of === undefined ? '' : String(of),
        })),
      )
    }
  })

  test('in Word: every sentence, every table cell by cell, and the addresses of the rows', async () => {
    for (const [, report] of reports) {
      const { value: html } = await mammoth.convertToHtml({ buffer: await fileOf(report, 'report.docx') })
      const words = (part: string) =>
        part
          .replace(/<[^>]*>/g, '')
          .replace(/&amp;/g, '&')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
      for (const sentence of saidIn(report)) expect(words(html)).toContain(sentence)
      const tables = [...html.matchAll(/<table>.*?<\/table>/gs)].map(([table]) =>
        [...table.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
          [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/gs)].map(([, cell]) => words(cell ?? '')),
        ),
      )
      expect(tables).toEqual(
        tablesOf(report).map(({ columns, rows }) => [
          columns.map(({ heading }) => heading),
          ...rows.map((row) => row.map(({ text }) => text)),
        ]),
      )
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => words(href ?? ''))
      expect([...new Set(links)].sort()).toEqual(linksOf(report))
    }
  }, 60_000)

  test('in the PDF: every sentence, every row of every table, and the addresses of the rows', async () => {
    for (const [locale, report] of reports) {
      const pdf = await getDocument({
        data: new Uint8Array(await fileOf(report, 'report.pdf')),
        verbosity: 0,
      }).promise
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, index) => {
          const page = await pdf.getPage(index + 1)
          const { items } = await page.getTextContent()
          return {
            text: items.map((item) => ('str' in item ? item.str : '')).join(''),
            links: (await page.getAnnotations()).map(({ url }) => url as string),
            tree: JSON.stringify(await page.getStructTree()),
          }
        }),
      )
      const text = solid(pages.map((page) => page.text).join(''))
      for (const [index, page] of pages.entries())
        expect(solid(page.text)).toContain(solid(`${report.title} · ${index + 1} / ${pages.length}`))
      const withoutFeet = pages.reduce(
        (all, _, index) => all.replaceAll(solid(`${report.title} · ${index + 1} / ${pages.length}`), ''),
        text,
      )
      for (const sentence of saidIn(report)) expect(withoutFeet).toContain(solid(sentence))
      for (const { rows } of tablesOf(report))
        for (const row of rows) expect(withoutFeet).toContain(solid(row.map((cell) => cell.text).join('')))
      expect([...new Set(pages.flatMap(({ links }) => links))].sort()).toEqual(linksOf(report))
      const tree = pages.map((page) => page.tree).join('')
      for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Link', 'Figure'])
        expect(tree).toContain(`"role":"${role}"`)
      for (const { chart } of report.sections) if (chart) expect(tree).toContain(`"alt":"${chart.title}`)
      const { info } = await pdf.getMetadata()
      expect(info).toMatchObject({ Title: report.title, Language: locale })
      await pdf.destroy()
    }
  }, 60_000)
})

test('there is no file of another name', async () => {
  await expect(reportAsFile(reports[0]![1], 'report.exe')).rejects.toThrow()
})
