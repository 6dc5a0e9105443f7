import { and, eq, max, ne } from 'drizzle-orm'
import { write } from '@/db/client'
import type { Reader } from '@/db/open'
import { themes } from '@/db/schema'
import { record } from '@/features/activity/record'
import { foldForSearch } from '@/lib/danish-order'
import { NotFound, Refused } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changedFields, refuseOverwriting } from '@/lib/versions'
import { authorize, can, type Viewer } from '@/policy'
import type { ChangeThemeInput, NewThemeInput } from './input'

/** What initiatives can be about; data, since a municipality's strategy changes (S41). */
export function addTheme(person: Viewer, input: NewThemeInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const slug = requireFreeName(tx, input.nameDa)
    const last =
      tx
        .select({ position: max(themes.position) })
        .from(themes)
        .get()?.position ?? -1
    const id = newId()
    tx.insert(themes)
      .values({ id, slug, ...input, position: last + 1 })
      .run()
    record(tx, person, { kind: 'theme.created', subject: ['theme', id] }, now)
  })
}

/** A theme is never removed: it ends, and what was filed under it stays there. */
export function changeTheme(person: Viewer, { id, version, ...input }: ChangeThemeInput, now: Date): void {
  write((tx) => {
    authorize(can.administer(person))
    const theme = tx.select().from(themes).where(eq(themes.id, id)).get()
    if (!theme) throw new NotFound()
    const changed = changedFields<typeof input>(theme, input)
    if (changed.length === 0) return
    refuseOverwriting<typeof input>(theme, version, changed)
    const slug = requireFreeName(tx, input.nameDa, id)
    tx.update(themes)
      .set({ ...input, slug, version: theme.version + 1 })
      .where(eq(themes.id, id))
      .run()
    record(tx, person, { kind: 'theme.changed', subject: ['theme', id], data: { changed } }, now)
  })
}

/** Two themes that read alike would be one to everybody; returns the name as it is compared. */
function requireFreeName(reader: Reader, name: string, id = ''): string {
  const slug = foldForSearch(name)
  const taken = reader
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.slug, slug), ne(themes.id, id)))
    .get()
  if (taken) throw new Refused('nameTaken', { name }, 'nameDa')
  return slug
}
