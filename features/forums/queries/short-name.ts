import 'server-only'
import { sql } from 'drizzle-orm'
import { areas, forums } from '@/db/schema'

/** What a forum goes by where there is little room: its area, and a group its own name. Needs `areas` joined. */
export const shortName = sql<string>`case ${forums.kind} when 'forum' then ${areas.name} else ${forums.name} end`
