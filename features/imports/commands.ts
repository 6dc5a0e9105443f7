import { write } from '@/db/client'
import type { Transaction } from '@/db/open'
import { Question, Refused } from '@/lib/errors'
import { cleanText } from '@/lib/plain-text'
import type { Sheet } from '@/lib/sheet'
import { readSheet } from '@/lib/sheet-file'
import { authorize, can, type Viewer } from '@/policy'
import { keepBaselines } from './baselines/import'
import { keepCommitments } from './commitments/import'
import type { Importing } from './import'
import { type ImportListInput, LISTS, type ListName, type ListRow, readRows } from './input'
import { emptyReport, ImportRefused, type ImportReport } from './rules'
import { keepSeats } from './seats/import'
import { faultSentences, previewLines, reportSentences } from './sentences'

const LONGEST_NAME = 80

/** A list as a coordinator sends it, in CSV or XLSX. */
export async function importList(
  person: Viewer,
  { list, file, confirm }: ImportListInput,
  now: Date,
): Promise<ImportReport> {
  authorize(can.administer(person))
  const sheet = await readSheet(new Uint8Array(await file.arrayBuffer()))
  const name = cleanText(file.name).slice(-LONGEST_NAME)
  return write((tx) => {
    authorize(can.administer(person))
    return savedAfterYes(person, { field: 'file', confirm }, () =>
      recordList(tx, person, list, { name, sheet }, now),
    )
  })
}

/**
 * A list within a transaction that has authorized: all or nothing, and a second run changes nothing.
 * @throws ImportRefused
 */
function recordList(
  tx: Transaction,
  person: Viewer,
  list: ListName,
  { name, sheet }: { name: string; sheet: Sheet },
  now: Date,
): ImportReport {
  const run: Importing = { tx, person, now, file: name, report: emptyReport(), faults: [] }
  run.report.notes = [...sheet.notes]
  const rows = <List extends ListName>(of: List) =>
    readRows(name, sheet, LISTS[of], run.faults) as ListRow<List>[]
  if (list === 'commitments') keepCommitments(run, rows(list))
  if (list === 'baselines') keepBaselines(run, rows(list))
  if (list === 'seats') keepSeats(run, rows(list))
  if (run.faults.length > 0) {
    throw new ImportRefused(run.faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  }
  return run.report
}

/**
 * Within the transaction that saves: what would change is shown first, and a yes saves it. Everything is tried where it
 * would be saved, so the preview is what happens. Throws Refused with every fault.
 */
export function savedAfterYes(
  { locale }: Viewer,
  { field, confirm }: { field: string; confirm: string[] },
  save: () => ImportReport,
): ImportReport {
  try {
    const report = save()
    if (report.changes.length > 0 && !confirm.includes('importPreview')) {
      const lines = [...reportSentences(report, locale), ...previewLines(report, locale)]
      throw new Question(field, 'importPreview', { lines: lines.join('\n') })
    }
    return report
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    throw new Refused('importFaults', { faults: faultSentences(error.faults, locale).join('\n') })
  }
}
