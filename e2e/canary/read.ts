import type { APIResponse } from '@playwright/test'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readExcelFile from 'read-excel-file/node'

/** The words of an answer; a paper is unpacked by a program that did not write it. */
export async function readWords(response: APIResponse): Promise<string> {
  const type = response.headers()['content-type'] ?? ''
  const body = await response.body()
  if (type.startsWith('application/pdf')) return readPdf(body)
  if (type.includes('spreadsheetml')) return JSON.stringify(await readExcelFile(body))
  if (type.startsWith('application/vnd.openxmlformats')) {
    return (await mammoth.extractRawText({ buffer: body })).value
  }
  return body.toString()
}

async function readPdf(body: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  await pdf.destroy()
  return pages.join('\n')
}
