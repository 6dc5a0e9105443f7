import 'server-only'
import { and, desc, eq, inArray, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import {
  agendaItems,
  areas,
  enquiries,
  enquiryDifferences,
  enquiryMessages,
  estates,
  forums,
  initiatives,
  masterPlans,
  meetings,
  municipalOffers,
  parties,
  type SimilarKind,
} from '@/db/schema'
import { findAllByWords } from '@/db/search-index'
import { type NamedIn, namedIn } from '@/features/classifications/queries'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { headlineOf } from '../rules'
import { type Comparable, type Ranked, rankSimilar } from './rules'

type Candidate = Comparable & {
  kind: SimilarKind
  id: string
  title: string
  /** A forum, an area or a party. */
  whose: string
  number?: number
  answeredOn?: PlainDate | null
  answer?: string | null
}
/** `named`: the theme or target group that the text itself names, where none was given. */
export type Similar = Ranked<Candidate> & { named: Partial<NamedIn> }

type Written = {
  text: string
  areaId: string | null
  estateId: string | null
  themeId?: string | null
  targetGroupId?: string | null
  day: PlainDate
}

const MOST_ENQUIRIES = 3
const MOST_OTHERS = 3
/** Of the topics of an area's forum the latest: older ones are found on the forum's page. */
const MOST_TOPICS = 150

/** Enquiries first, then what else may be about the same; only what the viewer may see, without what was said not to be the same. Six statements. */
export function listSimilar(viewer: Viewer, given: Written, enquiryId?: string): Similar[] {
  if (given.text.trim() === '') return []
  const { theme, targetGroup } = namedIn(given.text, given.day)
  const named = {
    theme: given.themeId ? undefined : theme,
    targetGroup: given.targetGroupId ? undefined : targetGroup,
  }
  const written = {
    ...given,
    areaId: given.areaId ?? areaOf(given.estateId),
    themeId: given.themeId ?? theme?.id ?? null,
    targetGroupId: given.targetGroupId ?? targetGroup?.id ?? null,
  }
  const found = findAllByWords(db(), ['enquiry', 'initiative', 'offer'], written.text)
  const besides = (kind: SimilarKind, id: AnySQLiteColumn) =>
    enquiryId ? and(ne(id, enquiryId), notDifferent(enquiryId, kind, id)) : undefined
  const others = [
    ...topicsLike(viewer, written.areaId, besides('topic', agendaItems.topicId)),
    ...initiativesAmong(viewer, found.get('initiative') ?? [], besides('initiative', initiatives.id)),
    ...offersAmong(found.get('offer') ?? [], besides('offer', municipalOffers.id)),
  ]
  const asked = enquiriesAmong(viewer, found.get('enquiry') ?? [], besides('enquiry', enquiries.id))
  return [...rankSimilar(written, asked, MOST_ENQUIRIES), ...rankSimilar(written, others, MOST_OTHERS)].map(
    (ranked) => ({ ...ranked, named }),
  )
}

const areaOf = (estateId: string | null): string | null =>
  estateId === null
    ? null
    : (db().select({ areaId: estates.areaId }).from(estates).where(eq(estates.id, estateId)).get()?.areaId ??
      null)

/** Nobody said of it that it is not the same. */
const notDifferent = (enquiryId: string, kind: SimilarKind, id: AnySQLiteColumn) =>
  notExists(
    db()
      .select({ one: sql`1` })
      .from(enquiryDifferences)
      .where(
        and(
          eq(enquiryDifferences.enquiryId, enquiryId),
          eq(enquiryDifferences.subjectKind, kind),
          eq(enquiryDifferences.subjectId, id),
        ),
      ),
  )

const lastAnswer = sql<string | null>`(
  SELECT ${enquiryMessages.text} FROM ${enquiryMessages}
  WHERE ${enquiryMessages.enquiryId} = "enquiries"."id" AND ${enquiryMessages.kind} = 'answered'
  ORDER BY ${enquiryMessages.writtenAt} DESC LIMIT 1
)`

const enquiriesAmong = (viewer: Viewer, ids: string[], besides: SQL | undefined): Candidate[] =>
  db()
    .select({
      id: enquiries.id,
      number: enquiries.number,
      text: enquiries.text,
      areaId: enquiries.areaId,
      estateId: enquiries.estateId,
      themeId: enquiries.themeId,
      targetGroupId: enquiries.targetGroupId,
      receivedAt: enquiries.receivedAt,
      answeredAt: enquiries.answeredAt,
      answer: lastAnswer,
      whose: parties.shortName,
    })
    .from(enquiries)
    .innerJoin(parties, eq(parties.id, enquiries.partyId))
    .where(and(inArray(enquiries.id, ids), besides, visible.enquiries(viewer)))
    .all()
    .map(({ receivedAt, answeredAt, ...row }) => ({
      ...row,
      kind: 'enquiry',
      title: headlineOf(row.text),
      day: plainDateOf(receivedAt),
      answeredOn: answeredAt && plainDateOf(answeredAt),
    }))

/** The latest topics on the agendas of an area, each as it was called last. */
const topicsLike = (viewer: Viewer, areaId: string | null, besides: SQL | undefined): Candidate[] =>
  areaId === null
    ? []
    : db()
        .select({
          id: agendaItems.topicId,
          title: agendaItems.title,
          whose: areas.name,
          areaId: forums.areaId,
          day: sql<string>`max(${meetings.heldOn})`,
        })
        .from(agendaItems)
        .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
        .innerJoin(forums, eq(forums.id, meetings.forumId))
        .innerJoin(areas, eq(areas.id, forums.areaId))
        .where(
          and(
            eq(forums.areaId, areaId),
            besides,
            ne(agendaItems.kind, 'formality'),
            isNull(agendaItems.removedAt),
            visible.agendaItems(viewer),
          ),
        )
        .groupBy(agendaItems.topicId)
        .orderBy(desc(sql`max(${meetings.heldOn})`))
        .limit(MOST_TOPICS)
        .all()
        .map((row) => ({ ...row, ...nowhereElse, kind: 'topic', text: row.title }))

const nowhereElse = { estateId: null, themeId: null, targetGroupId: null }

const initiativesAmong = (viewer: Viewer, ids: string[], besides: SQL | undefined): Candidate[] =>
  db()
    .select({
      id: initiatives.id,
      title: initiatives.title,
      text: sql<string>`${initiatives.title} || ' ' || ${initiatives.description}`,
      areaId: masterPlans.areaId,
      estateId: initiatives.estateId,
      themeId: initiatives.themeId,
      targetGroupId: initiatives.targetGroupId,
      whose: areas.name,
    })
    .from(initiatives)
    .innerJoin(masterPlans, eq(masterPlans.id, initiatives.planId))
    .innerJoin(areas, eq(areas.id, masterPlans.areaId))
    .where(
      and(
        inArray(initiatives.id, ids),
        besides,
        ne(initiatives.state, 'ended'),
        isNull(initiatives.removedAt),
        visible.initiatives(viewer),
      ),
    )
    .all()
    .map((row) => ({ ...row, kind: 'initiative', day: null }))

const offersAmong = (ids: string[], besides: SQL | undefined): Candidate[] =>
  db()
    .select({
      id: municipalOffers.id,
      title: municipalOffers.title,
      text: sql<string>`${municipalOffers.title} || ' ' || ${municipalOffers.description}`,
      areaId: municipalOffers.areaId,
      estateId: municipalOffers.estateId,
      themeId: municipalOffers.themeId,
      targetGroupId: municipalOffers.targetGroupId,
      whose: parties.shortName,
    })
    .from(municipalOffers)
    .innerJoin(parties, eq(parties.id, municipalOffers.partyId))
    .where(and(inArray(municipalOffers.id, ids), besides))
    .all()
    .map((row) => ({ ...row, kind: 'offer', day: null }))
