import 'server-only'
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
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

/** Enquiries first, then what else may be about the same; only what the viewer may see, without what was said not to be the same. Seven statements, eight for an enquiry that stands. */
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
  const different = enquiryId ? listDifferent(enquiryId) : new Set<string>()
  const among = (candidates: Candidate[]) =>
    candidates.filter(({ kind, id }) => id !== enquiryId && !different.has(`${kind}:${id}`))
  const others = [
    ...topicsLike(viewer, written.areaId),
    ...initiativesAmong(viewer, found.get('initiative') ?? []),
    ...offersAmong(found.get('offer') ?? []),
  ]
  return [
    ...rankSimilar(written, among(enquiriesAmong(viewer, found.get('enquiry') ?? [])), MOST_ENQUIRIES),
    ...rankSimilar(written, among(others), MOST_OTHERS),
  ].map((ranked) => ({ ...ranked, named }))
}

const areaOf = (estateId: string | null): string | null =>
  estateId === null
    ? null
    : (db().select({ areaId: estates.areaId }).from(estates).where(eq(estates.id, estateId)).get()?.areaId ??
      null)

const listDifferent = (enquiryId: string) =>
  new Set(
    db()
      .select()
      .from(enquiryDifferences)
      .where(eq(enquiryDifferences.enquiryId, enquiryId))
      .all()
      .map(({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`),
  )

const lastAnswer = sql<string | null>`(
  SELECT ${enquiryMessages.text} FROM ${enquiryMessages}
  WHERE ${enquiryMessages.enquiryId} = "enquiries"."id" AND ${enquiryMessages.kind} = 'answered'
  ORDER BY ${enquiryMessages.writtenAt} DESC LIMIT 1
)`

const enquiriesAmong = (viewer: Viewer, ids: string[]): Candidate[] =>
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
    .where(and(inArray(enquiries.id, ids), visible.enquiries(viewer)))
    .all()
    .map(({ receivedAt, answeredAt, ...row }) => ({
      ...row,
      kind: 'enquiry',
      title: headlineOf(row.text),
      day: plainDateOf(receivedAt),
      answeredOn: answeredAt && plainDateOf(answeredAt),
    }))

/** The latest topics on the agendas of an area, each as it was called last. */
const topicsLike = (viewer: Viewer, areaId: string | null): Candidate[] =>
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

const initiativesAmong = (viewer: Viewer, ids: string[]): Candidate[] =>
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
        ne(initiatives.state, 'ended'),
        isNull(initiatives.removedAt),
        visible.initiatives(viewer),
      ),
    )
    .all()
    .map((row) => ({ ...row, kind: 'initiative', day: null }))

const offersAmong = (ids: string[]): Candidate[] =>
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
    .where(inArray(municipalOffers.id, ids))
    .all()
    .map((row) => ({ ...row, kind: 'offer', day: null }))
