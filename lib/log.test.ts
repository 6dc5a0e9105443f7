import { expect, test } from 'vitest'
import { logTo, problemOf } from './log'

const written = (write: (log: ReturnType<typeof logTo>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  const log = logTo({ write: (line) => void lines.push(line) })
  log.level = 'info'
  write(log)
  return lines.map((line) => JSON.parse(line))
}

test('a line says when, how serious and what', () => {
  const [line] = written((log) => log.info({ job: 'sendMail', ms: 12 }, 'job done'))
  expect(line).toMatchObject({ level: 'info', job: 'sendMail', ms: 12, msg: 'job done' })
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
})

test('an error is logged without its words, which may be somebody’s', () => {
  const error = Object.assign(new Error('Failed query: … params: pia@fsb.example'), { code: 'SQLITE_FULL' })
  const [line] = written((log) => log.error({ err: error }, 'job failed'))
  expect(JSON.stringify(line)).not.toContain('pia@')
  expect(line?.err).toMatchObject({ kind: 'Error', code: 'SQLITE_FULL' })
  expect((line?.err as { at: string[] } | undefined)?.at[0]).toMatch(/^at .*log\.test\.ts/)
})

test('a problem is a code, or the kind of error', () => {
  expect(problemOf(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED')
  expect(problemOf(new TypeError('pia@fsb.example'))).toBe('TypeError')
  expect(problemOf('pia@fsb.example')).toBe('unknown')
})
