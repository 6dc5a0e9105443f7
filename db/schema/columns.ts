import { customType, integer, text } from 'drizzle-orm/sqlite-core'

/** A moment, stored as UTC ISO text so that byte order is time order. */
export const instant = customType<{ data: Date; driverData: string }>({
  dataType: () => 'text',
  toDriver: (moment) => moment.toISOString(),
  fromDriver: (stored) => new Date(stored),
})

/** A calendar date, 'YYYY-MM-DD': a due day has no time zone. */
export const plainDate = () => text()

/** Local wall-clock time in Copenhagen, 'HH:MM'. */
export const localTime = () => text()

export const id = () => text().primaryKey()

/** Rises by one at each change: what an editor saw is what the editor may overwrite. */
export const version = () => integer().notNull().default(1)

export const VISIBILITIES = ['internal', 'forum', 'own'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** Internal unless somebody decides otherwise (design § 1). */
export const visibility = () => text({ enum: VISIBILITIES }).notNull().default('internal')
