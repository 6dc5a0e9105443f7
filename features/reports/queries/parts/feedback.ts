import 'server-only'
import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { db } from '@/db/client'
import { enquiries, enquiryFeedback, parties, VERDICTS } from '@/db/schema'
import { translator } from '@/i18n/translator'
import { addDays, instantOf, plainDateOf } from '@/lib/dates'
import { type Viewer, visible } from '@/policy'
import { openLedger, type Part, type Row } from '../ledger'
import type { Scope } from '../scope'
import { say, tableOf } from '../writing'

/** How both sides say it went, beside each other (S15, S31). One statement. */
export function feedbackPart(viewer: Viewer, scope: Scope): Part {
  const t = translator(scope.locale, 'reports')
  const words = translator(scope.locale, 'enquiries.feedback')
  const ledger = openLedger('feedback', scope)
  const given = listGiven(viewer, scope)
  const toRow = ({ enquiryId, number, party, verdict, givenAt }: Given): Row => ({
    what: t('rows.enquiry', { number: String(number) }),
    whose: `${party}: ${words(`verdict.${verdict}`)}`,
    when: plainDateOf(givenAt),
    href: `/enquiries/${enquiryId}`,
  })
  const isYes = ({ verdict }: Given) => verdict === 'yes'
  const sides = [
    {
      key: 'asker',
      name: words('asker'),
      items: given.filter(({ partyId, askedBy }) => partyId === askedBy),
    },
    {
      key: 'department',
      name: words('department'),
      items: given.filter(({ partyId, askedBy }) => partyId !== askedBy),
    },
  ]
  const count = (some: readonly Given[], key: string, name: string) => ledger.count(key, name, some, toRow)
  const [asker, department] = sides.map(({ key, items }) => ({
    all: count(items, `all.${key}`, t('feedback.all')),
    yes: count(items.filter(isYes), `yes.${key}`, words('verdict.yes')),
  }))
  const figures = {
    askers: asker!.all,
    askersYes: asker!.yes,
    departments: department!.all,
    departmentsYes: department!.yes,
  }
  return ledger.close({
    heading: t('feedback.heading'),
    sentences: [say(t, 'feedback.saidAskers', figures), say(t, 'feedback.saidDepartments', figures)],
    tables:
      given.length === 0
        ? []
        : [
            tableOf(t('feedback.bySide'), t('feedback.side'), sides, [
              ...VERDICTS.map((verdict) => ({
                heading: words(`verdict.${verdict}`),
                of: (items: readonly Given[], key: string, name: string) =>
                  count(
                    items.filter((one) => one.verdict === verdict),
                    `${verdict}.${key}`,
                    name,
                  ),
              })),
              {
                heading: t('feedback.all'),
                of: (items: readonly Given[], key: string, name: string) => count(items, `all.${key}`, name),
              },
            ]),
          ],
    definitions: [t('feedback.definition')],
    sources: [t('feedback.source')],
  })
}

type Given = ReturnType<typeof listGiven>[number]

const listGiven = (viewer: Viewer, { from, to, forum }: Scope) =>
  db()
    .select({
      enquiryId: enquiries.id,
      number: enquiries.number,
      askedBy: enquiries.partyId,
      partyId: parties.id,
      party: parties.shortName,
      verdict: enquiryFeedback.verdict,
      givenAt: enquiryFeedback.givenAt,
    })
    .from(enquiryFeedback)
    .innerJoin(enquiries, eq(enquiries.id, enquiryFeedback.enquiryId))
    .innerJoin(parties, eq(parties.id, enquiryFeedback.partyId))
    .where(
      and(
        visible.enquiries(viewer),
        gte(enquiryFeedback.givenAt, instantOf(from, '00:00')),
        lt(enquiryFeedback.givenAt, instantOf(addDays(to, 1), '00:00')),
        forum ? eq(enquiries.areaId, forum.areaId) : undefined,
      ),
    )
    .orderBy(asc(enquiryFeedback.givenAt))
    .all()
