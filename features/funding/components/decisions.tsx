import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatList, type Locale } from '@/lib/format'
import type { Decision, Funding, Remark } from '../queries/funding'
import { isWaiting } from '../rules'
import { EditLink, Section } from './section'

export const nameOfDecision = ({ body, decidedOn }: Decision, locale: Locale): string =>
  `${body} ${formatDate(decidedOn, locale, 'numeric')}`

type Hrefs = {
  decision: (id?: string) => string
  remark: (id: string) => string
  newRemark: (decisionId: string) => string
}
type Props = { funding: Funding; today: PlainDate; locale: Locale; hrefs?: Hrefs; form?: ReactNode }

/** What was decided, by whom, and what parties remarked to it; the team sees which remarks wait. */
export async function Decisions({ funding, today, locale, hrefs, form }: Props) {
  const t = await getTranslations('funding.decisions')
  const { decisions, allocations } = funding
  const carriedBy = (id: string) =>
    allocations.filter(({ decisionIds }) => decisionIds.includes(id)).map(({ label }) => label)
  return (
    <Section
      anchor="decisions"
      title={t('title')}
      add={hrefs && { href: hrefs.decision(), label: t('new') }}
      form={form}
    >
      {decisions.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ol>
        {decisions.map((decision) => {
          const { id, body, decidedOn, itemNumber, title, link, source, remarks } = decision
          const labels = carriedBy(id)
          return (
            <li key={id} className="border-b border-line py-3 first:pt-0 last:border-b-0">
              <p className="text-sm text-muted">
                {body}, {formatDate(decidedOn, locale, 'long')}
                {itemNumber && <>, {t('item', { number: itemNumber })}</>}
              </p>
              <p className="max-w-[70ch]">
                {link ? (
                  <a href={link} className="text-link underline">
                    {title}
                  </a>
                ) : (
                  title
                )}
              </p>
              {labels.length > 0 && (
                <p className="text-sm text-muted">{t('carries', { labels: formatList(labels, locale) })}</p>
              )}
              <Source text={source} />
              {hrefs && (
                <p className="no-print flex flex-wrap gap-x-5">
                  <EditLink href={hrefs.decision(id)} name={nameOfDecision(decision, locale)} />
                  <EditLink href={hrefs.newRemark(id)} name={title} label={t('newRemark')} />
                </p>
              )}
              {remarks.map((remark) => (
                <OneRemark key={remark.id} remark={remark} today={today} locale={locale} hrefs={hrefs} />
              ))}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

async function Source({ text }: { text: string }) {
  const t = await getTranslations('funding')
  return (
    <p className="text-sm text-muted">
      {t('source')}: {text}
    </p>
  )
}

type RemarkProps = { remark: Remark; today: PlainDate; locale: Locale; hrefs?: Hrefs }

async function OneRemark({ remark, today, locale, hrefs }: RemarkProps) {
  const t = await getTranslations('funding.decisions')
  const { id, parties, text, followUpOn, followedUp } = remark
  const date = followUpOn && formatDate(followUpOn, locale, 'long')
  const waits = hrefs && isWaiting(remark, today)
  return (
    <div className="mt-3 border-l-4 border-l-line-strong pl-4">
      <p className="text-sm text-muted">{t('by', { parties })}</p>
      <blockquote className="max-w-[70ch] whitespace-pre-line">{text}</blockquote>
      {followedUp ? (
        <p className="mt-1 max-w-[70ch] whitespace-pre-line">
          <strong>{t('answered')}:</strong> {followedUp}
        </p>
      ) : (
        date && (
          <p className="mt-1 text-sm">
            {waits ? <Tag tone="warn">{t('waiting', { date })}</Tag> : t('due', { date })}
          </p>
        )
      )}
      {hrefs && <EditLink href={hrefs.remark(id)} name={`${t('remark')}, ${parties}`} />}
    </div>
  )
}
