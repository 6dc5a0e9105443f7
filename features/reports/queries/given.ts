import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { givenReports, people } from '@/db/schema'
import { NotFound } from '@/lib/errors'
import { type Viewer, visible } from '@/policy'
import { type Report, report as shape } from '../model'

const MOST_SHOWN = 100

const given = {
  id: givenReports.id,
  givenTo: givenReports.givenTo,
  givenAt: givenReports.givenAt,
  person: people.name,
}

/** Those given away that the viewer may read, the newest first. One statement. */
export const listGiven = (viewer: Viewer) =>
  db()
    .select({
      ...given,
      reader: givenReports.reader,
      startsOn: givenReports.startsOn,
      endsOn: givenReports.endsOn,
    })
    .from(givenReports)
    .innerJoin(people, eq(people.id, givenReports.givenById))
    .where(visible.reports(viewer))
    .orderBy(desc(givenReports.givenAt))
    .limit(MOST_SHOWN)
    .all()

/** One as it was given; `report` is null where its shape is one that this edition does not read. Throws NotFound. */
export function getGiven(viewer: Viewer, id: string) {
  const found = db()
    .select({ ...given, model: givenReports.model })
    .from(givenReports)
    .innerJoin(people, eq(people.id, givenReports.givenById))
    .where(and(eq(givenReports.id, id), visible.reports(viewer)))
    .get()
  if (!found) throw new NotFound()
  const { model, ...rest } = found
  return { ...rest, report: asReport(model) }
}

function asReport(stored: string): Report | null {
  try {
    return shape.parse(JSON.parse(stored))
  } catch {
    return null
  }
}
