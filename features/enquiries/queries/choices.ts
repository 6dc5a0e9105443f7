import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { areas, estates, masterPlans, parties, people } from '@/db/schema'
import { compareDanish } from '@/lib/danish-order'
import { NotFound } from '@/lib/errors'
import { can, type Viewer, visible } from '@/policy'
import { listTeam } from './owner'

const byLabel = (a: { label: string }, b: { label: string }) => compareDanish(a.label, b.label)

/** Where an enquiry can be: every area, and the estates of the plans the viewer may see. Two statements. */
export function listPlaces(viewer: Viewer) {
  return {
    areas: listAreas(),
    estates: db()
      .select({ value: estates.id, label: estates.name, group: areas.name })
      .from(estates)
      .innerJoin(areas, eq(areas.id, estates.areaId))
      .innerJoin(masterPlans, eq(masterPlans.id, estates.planId))
      .where(visible.plans(viewer))
      .all()
      .sort((a, b) => compareDanish(a.group, b.group) || byLabel(a, b)),
  }
}

export const listAreas = () =>
  db().select({ value: areas.id, label: areas.name }).from(areas).all().sort(byLabel)

/** Who of the housing organisations can ask, for the team. Throws NotFound for others. */
export function listAskers(viewer: Viewer) {
  if (!can.triageEnquiries(viewer)) throw new NotFound()
  return db()
    .select({ value: people.id, label: people.name, group: parties.shortName })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(eq(people.role, 'housing_organisation'), isNull(people.deactivatedAt)))
    .orderBy(asc(parties.sortKey), asc(people.name))
    .all()
}

/** The seven. */
export const listDepartments = () =>
  db()
    .select({ value: parties.id, label: parties.shortName })
    .from(parties)
    .where(eq(parties.kind, 'department'))
    .orderBy(asc(parties.sortKey))
    .all()

/** The coordinators, to choose an owner among. */
export const listOwners = () => listTeam(db()).map(({ id, name }) => ({ value: id, label: name }))
