import JSZip from 'jszip'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readExcelFile from 'read-excel-file/node'

/** The words of an answer; a paper is unpacked by a program that did not write it, a package file by file. */
export async function readWords(body: Buffer, type = ''): Promise<string> {
  if (type.startsWith('application/zip')) return Object.values(await readPackage(body)).join('\n')
  if (type.startsWith('application/pdf')) return readPdf(body)
  if (type.includes('spreadsheetml')) return readWorkbook(body)
  if (type.startsWith('application/vnd.openxmlformats')) {
    return (await mammoth.extractRawText({ buffer: body })).value
  }
  return body.toString()
}

/** The words of each file in a package, by its name. */
export async function readPackage(body: Buffer): Promise<Record<string, string>> {
  const { files } = await JSZip.loadAsync(body)
  const read = Object.values(files).map(async (file) => {
    const content = await file.async('nodebuffer')
    if (file.name.endsWith('.pdf')) return [file.name, await readPdf(content)] as const
    if (file.name.endsWith('.xlsx')) return [file.name, await readWorkbook(content)] as const
    return [file.name, content.toString()] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

const readWorkbook = async (body: Buffer) => JSON.stringify(await readExcelFile(body))

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
