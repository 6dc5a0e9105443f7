import { type Sheet, unread } from './sheet'
import { readCsv } from './sheet-csv'
import { readXlsx } from './sheet-xlsx'

/** A CSV or XLSX file, told apart by its first bytes: empty lines and empty columns at the right are as if not there. */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  if (startsWith(bytes, ZIP)) return readXlsx(bytes)
  if (startsWith(bytes, COMPOUND))
    return unread({ problem: isEncrypted(bytes) ? 'protectedFile' : 'oldExcel' })
  return readCsv(bytes)
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Of Excel before 2007, and of a workbook with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const startsWith = (bytes: Uint8Array, signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)
const isEncrypted = (bytes: Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
