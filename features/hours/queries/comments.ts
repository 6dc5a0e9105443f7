import 'server-only'
import { aliasedTable, and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { hourComments, masterPlans, parties, people } from '@/db/schema'
import { type Viewer, visible } from '@/policy'

const department = aliasedTable(parties, 'department')

/** What both sides say of the hours of a plan in a year, by quarter. One statement. */
export const listComments = (viewer: Viewer, planId: string, year: number) =>
  db()
    .select({
      id: hourComments.id,
      quarter: hourComments.quarter,
      department: department.shortName,
      text: hourComments.text,
      writtenAt: hourComments.writtenAt,
      writtenById: hourComments.writtenById,
      party: parties.shortName,
      /** The team speaks for itself, not for the department it sits in. */
      role: people.role,
    })
    .from(hourComments)
    .innerJoin(masterPlans, eq(masterPlans.id, hourComments.planId))
    .innerJoin(department, eq(department.id, hourComments.partyId))
    .innerJoin(parties, eq(parties.id, hourComments.writtenForId))
    .innerJoin(people, eq(people.id, hourComments.writtenById))
    .where(
      and(
        eq(hourComments.planId, planId),
        eq(hourComments.year, year),
        isNull(hourComments.removedAt),
        visible.plans(viewer),
      ),
    )
    .orderBy(asc(hourComments.quarter), asc(hourComments.writtenAt))
    .all()
