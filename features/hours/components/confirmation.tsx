import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { TextField } from '@/components/ui/text-field'
import { formatDate, formatMinutes, type Locale } from '@/lib/format'
import type { Account } from '../queries/confirmation'
import { figuresOf, standingOf } from '../rules'
import { confirmHoursAction } from '../server-actions'

type Line = Account['lines'][number]
type Props = { account: Account; locale: Locale }

/** The quarter on pre-filled lines, plan by plan: one press when they are right, a figure and a reason where one is not. */
export async function Confirmation({ account, locale }: Props) {
  const t = await getTranslations('hours')
  const { party, quarter, lines } = account
  const name = { quarter: String(quarter.quarter), year: String(quarter.year) }
  const hidden = Object.fromEntries(
    lines.flatMap(({ planId, computed }, index) => [
      ...(planId === null ? [] : [[`lines[${index}].planId`, planId]]),
      [`lines[${index}].computed`, computed],
    ]),
  )
  return (
    <Card title={t('confirm.lines')}>
      <p className="max-w-[70ch] text-lg">
        {t('confirm.sum', {
          ...name,
          party: party.shortName,
          hours: formatMinutes(figuresOf(lines).computed, locale),
          count: lines.length,
        })}
      </p>
      <p className="mt-1 mb-4 max-w-[70ch]">{t('confirm.how')}</p>
      <ActionForm
        id="confirmation"
        action={confirmHoursAction}
        hidden={{ partyId: party.id, ...quarter, ...hidden }}
        submit={t('confirm.press', name)}
      >
        {/* Most press at once; who corrects something finds the button again beneath the lines. */}
        <Button variant="primary">{t('confirm.press', name)}</Button>
        <div className="hidden gap-x-6 border-b border-line pb-1 text-xs font-semibold text-muted sm:grid sm:grid-cols-[1fr_9rem_1fr]">
          <span>{t('plan')}</span>
          <span>{t('confirm.hours')}</span>
          <span>{t('confirm.reason')}</span>
        </div>
        <ul>
          {lines.map((line, index) => {
            const plan = line.plan ?? t('confirm.noPlan')
            return (
              <li
                key={line.planId}
                className="grid gap-x-6 gap-y-2 border-b border-line py-2 last:border-b-0 sm:grid-cols-[1fr_9rem_1fr]"
              >
                <LineFacts line={line} locale={locale} />
                <span aria-hidden="true" className="-mb-1 text-xs text-muted sm:hidden">
                  {t('confirm.hours')}
                </span>
                <TextField
                  name={`lines[${index}].hours`}
                  label={t('confirm.hoursFor', { plan })}
                  defaultValue={formatMinutes(keptOf(line).minutes, locale)}
                  hideLabel
                  width="short"
                />
                <span aria-hidden="true" className="-mb-1 text-xs text-muted sm:hidden">
                  {t('confirm.reason')}
                </span>
                <TextField
                  name={`lines[${index}].reason`}
                  label={t('confirm.reasonFor', { plan })}
                  defaultValue={keptOf(line).reason}
                  hideLabel
                />
              </li>
            )
          })}
        </ul>
      </ActionForm>
    </Card>
  )
}

/** A correction stands until what it corrected has changed; then the department sees the new figure. */
const keptOf = (line: Line) =>
  line.confirmed && standingOf(line) === 'corrected' ? line.confirmed : { minutes: line.computed, reason: '' }

/** The plan, what is computed of it and what was confirmed before; the meetings it was computed from fold out. */
export async function LineFacts({ line, locale }: { line: Line; locale: Locale }) {
  const t = await getTranslations('hours')
  const { plan, promised, computed, confirmed, meetings } = line
  return (
    <div className="min-w-0">
      <p className="font-semibold">{plan ?? t('confirm.noPlan')}</p>
      <p className="text-sm text-muted">
        {t('confirm.computed', { hours: formatMinutes(computed, locale) })}
        {promised && ` · ${t('confirm.promised', { hours: formatMinutes(promised.minutes, locale) })}`}
      </p>
      {confirmed && confirmed.minutes !== computed && (
        <p className="text-sm text-warn">
          {t('differences.both', {
            computed: formatMinutes(computed, locale),
            confirmed: formatMinutes(confirmed.minutes, locale),
          })}
          {confirmed.reason && `: ${confirmed.reason}`}
        </p>
      )}
      {meetings.length > 0 && (
        <Disclosure summary={t('confirm.meetings', { count: meetings.length })} className="text-sm">
          <ul>
            {meetings.map(({ meeting, minutes }) => (
              <li key={meeting?.id} className="py-0.5">
                {meeting ? (
                  <Link
                    href={`/meetings/${meeting.id}`}
                    prefetch={false}
                    className="text-link hover:underline"
                  >
                    {formatDate(meeting.heldOn, locale, 'long')}, {meeting.forum}
                  </Link>
                ) : (
                  t('elsewhere')
                )}
                : {formatMinutes(minutes, locale)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
