import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Reader } from '@/db/open'
import { type ClassificationList, classifications } from '@/db/schema'
import { keptQuery } from '@/db/statements'
import type { PlainDate } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { firstNamedIn } from './rules'

export type Classification = ReturnType<typeof listClassifications>[number]

/** All of one list, those that ended too. Throws NotFound for all but the coordinators. */
export function listClassifications(viewer: Viewer, list: ClassificationList) {
  if (!can.administer(viewer)) throw new NotFound()
  return db()
    .select()
    .from(classifications)
    .where(eq(classifications.list, list))
    .orderBy(asc(classifications.position))
    .all()
}

type Offered = { value: string; label: string }

/** What can be chosen on a day, and what was chosen before it ended; the words of it are nobody's secret. One statement. */
export function listChoices(
  locale: Locale,
  today: PlainDate,
  chosen: (string | null)[] = [],
): Record<ClassificationList, Offered[]> {
  const offered = everything(db())
    .all()
    .filter((one) => isValidOn(one, today) || chosen.includes(one.id))
  const of = (list: ClassificationList) =>
    offered
      .filter((one) => one.list === list)
      .map(({ id, nameDa, nameEn }) => ({ value: id, label: locale === 'en' ? nameEn : nameDa }))
  return { theme: of('theme'), target_group: of('target_group'), activity_kind: of('activity_kind') }
}

/** The name of each, in a language. One statement. */
export const nameClassifications = (locale: Locale): Map<string, string> =>
  new Map(
    everything(db())
      .all()
      .map(({ id, nameDa, nameEn }) => [id, locale === 'en' ? nameEn : nameDa]),
  )

export type NamedIn = Record<'theme' | 'targetGroup', Classification | undefined>

/** The theme and the target group of a day that a text names by itself. One statement. */
export function namedIn(text: string, day: PlainDate): NamedIn {
  const inUse = everything(db())
    .all()
    .filter((one) => isValidOn(one, day))
  const first = (list: ClassificationList) =>
    firstNamedIn(
      text,
      inUse.filter((one) => one.list === list),
    )
  return { theme: first('theme'), targetGroup: first('target_group') }
}

const everything = keptQuery((reader) =>
  reader.select().from(classifications).orderBy(asc(classifications.position)).prepare(),
)

const isValidOn = (
  { validFrom, validTo }: { validFrom: PlainDate | null; validTo: PlainDate | null },
  day: PlainDate,
) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

type Chosen = { themeId: string | null; targetGroupId: string | null; activityKindId: string | null }

/** For commands: each stands in its own list, and is in use today unless it stood there before. Throws Refused. */
export function requireChoices(
  reader: Reader,
  chosen: Chosen,
  before: Chosen | null,
  today: PlainDate,
): void {
  const rows = everything(reader).all()
  for (const [field, list] of FIELDS) {
    const id = chosen[field]
    if (id === null || id === before?.[field]) continue
    const found = rows.find((row) => row.id === id && row.list === list)
    if (!found) throw new Refused('unknown', undefined, field)
    if (!isValidOn(found, today)) throw new Refused('classificationEnded', { name: found.nameDa }, field)
  }
}

const FIELDS = [
  ['themeId', 'theme'],
  ['targetGroupId', 'target_group'],
  ['activityKindId', 'activity_kind'],
] as const
