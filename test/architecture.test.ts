import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featureOf, root, type SourceFile, sourceFiles } from './source-tree'

/** The words a feature may use (docs/architecture.md); components have names of their own. */
const VOCABULARY = [
  'queries',
  'commands',
  'server-actions',
  'input',
  'rules',
  'record', // activity: the event of a change
  'post', // outbox: the mail of a change
  'sending', // outbox, invitations, minutes: the job's half, nobody's right but the clock's
  'capture', // minutes: the line one types in a meeting
  'edition', // minutes: what is frozen when they are sent
  'compare', // minutes: two editions, word by word
  'import', // municipality, imports: files of rows; enquiries: saved mails
  'starting-lists', // classifications: what an empty installation can begin with
  'purposes', // signed-links: what a press in a mail does
  'exports', // what leaves as a file
  'sentences', // imports: what is wrong with a file, and what it would change
  'model', // reports: what page and files are drawn from, and what is kept
]

/** Bottom first: a layer imports from those before it, never from those after. */
const LAYERS = ['lib', 'db', 'policy', 'auth', 'features', 'app', 'jobs', 'cli']
const ABOVE_ALL = new Set(['app', 'jobs', 'cli'])

/** Every folder of the repository. */
const ROOMS = new Set(
  '.ci app auth bench cli components db docs e2e features i18n jobs lib policy test'.split(' '),
)

const product = sourceFiles(
  ...['app', 'auth', 'cli', 'components', 'db', 'features', 'i18n', 'jobs', 'lib', 'policy'],
)
const code = product.filter(({ path }) => !path.endsWith('.test.ts'))
const features = code.filter(({ path }) => featureOf(path))
const layerOf = (path: string) => path.split('/')[0] ?? ''

test('a feature speaks only the words of the vocabulary', () => {
  const strangers = features
    .filter(({ path }) => !/\/(components|commands|queries|emails|exports)\//.test(path))
    .map(({ path }) => path)
    .filter((path) => !VOCABULARY.includes(basename(path).replace(/\.tsx?$/, '')))
  expect(strangers).toEqual([])
})

test('the top level holds the house and nothing that a test or a run has left there', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  const folders = tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0])
  expect([...new Set(folders)].filter((folder) => !ROOMS.has(folder ?? ''))).toEqual([])
})

test('no file is a heap: nothing is called utils, helpers, misc or common', () => {
  expect(
    code.map(({ path }) => path).filter((path) => /(utils?|helpers?|misc|common)\.tsx?$/.test(path)),
  ).toEqual([])
})

describe('imports point one way', () => {
  test('app, jobs, cli → features → auth → policy → db → lib', () => {
    const against = edges(code, (from, to) => {
      const [above, below] = [LAYERS.indexOf(layerOf(from)), LAYERS.indexOf(layerOf(to))]
      if (above === -1 || below === -1 || layerOf(from) === layerOf(to)) return false
      return below > above || (ABOVE_ALL.has(layerOf(from)) && ABOVE_ALL.has(layerOf(to)))
    })
    // The seed makes its demo through the commands everybody uses, as the CLI does.
    expect(against.filter((edge) => !edge.startsWith('db/seed/'))).toEqual([])
  })

  test('components know i18n and lib, and the shape of a form, nothing of the domain', () => {
    const allowed = /^(components|i18n|lib)\/|^auth\/form-state/
    const domain = /^(app|auth|cli|db|features|jobs|policy)\//
    const against = edges(
      code.filter(({ path }) => path.startsWith('components/')),
      (_, to) => domain.test(to) && !allowed.test(to),
    )
    expect(against).toEqual([])
  })

  test('features meet through queries, commands with their input, rules and exports, and never in circles', () => {
    const meeting = edges(features, (from, to) => {
      const other = featureOf(to)
      if (!other || other === featureOf(from)) return false
      return !/\/(queries|commands|input|rules|exports|sentences|record|post|components)(\/|$)/.test(to)
    })
    expect(meeting).toEqual([])
    expect(circles(features)).toEqual([])
  })

  test('only queries and commands open the database', () => {
    const openers = code
      .filter(({ imports }) => imports.some((to) => to === 'db/client' || to === 'db/open'))
      .map(({ path }) => path)
    const allowed =
      /\/(queries|commands|record|post|sending|import)(\/|\.ts$)|^(auth|cli|db|jobs)\/|^instrumentation/
    expect(openers.filter((path) => !allowed.test(path))).toEqual([])
  })
})

test('no page or route reads the database by itself', () => {
  const against = edges(
    code.filter(({ path }) => path.startsWith('app/')),
    (_, to) => /^(db\/(?!schema)|drizzle-orm|better-sqlite3)/.test(to),
  )
  expect(against).toEqual([])
})

/** What records for the commands that call it: one promise of hours, from the form or from a file. */
const RECORDS = /\b(record\w*|keepCommitment)\(/

test('every command authorizes and records in the transaction it opens', () => {
  const silent = features
    .filter(({ path }) => /\/commands(\/|\.ts$)/.test(path))
    .flatMap(({ path, text }) => functionsOf(text).map((body) => ({ path, body })))
    .filter(({ body }) => body.includes('write(') && !body.startsWith('record'))
    .filter(({ body }) => !/\b(authorize|can\.\w+)\(/.test(body) || !RECORDS.test(body))
    .map(({ path, body }) => `${path}: ${body.split('(')[0]}`)
  expect(silent).toEqual([])
})

test('transactions are opened by write() alone', () => {
  const others = code.filter(({ path, text }) => path !== 'db/client.ts' && /\.transaction\(/.test(text))
  expect(others.map(({ path }) => path).filter((path) => !path.startsWith('db/'))).toEqual([])
})

test('server action files export wrapped forms and nothing else', () => {
  const loose = features
    .filter(({ path }) => path.endsWith('server-actions.ts'))
    .flatMap(({ path, text }) => [...text.matchAll(/\nexport (.*)/g)].map((match) => `${path}: ${match[1]}`))
    .filter((line) => !/: const \w+Action = (openF|f)ormAction\(/.test(line))
  expect(loose).toEqual([])
})

function edges(files: SourceFile[], wrong: (from: string, to: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((to) => wrong(path, to)).map((to) => `${path} → ${to}`),
  )
}

/** The text of each top-level function, from its name on. */
function functionsOf(text: string): string[] {
  return text.split(/\n(?:export )?(?:async )?function /).slice(1)
}

function circles(files: SourceFile[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const from = featureOf(path) as string
    for (const to of imports.map(featureOf)) {
      if (to && to !== from) next.set(from, (next.get(from) ?? new Set()).add(to))
    }
  }
  const found: string[] = []
  const walk = (feature: string, trail: string[]) => {
    if (trail.includes(feature))
      return found.push([...trail.slice(trail.indexOf(feature)), feature].join(' → '))
    for (const to of next.get(feature) ?? []) walk(to, [...trail, feature])
  }
  for (const feature of next.keys()) walk(feature, [])
  return found
}
