import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { TextField } from '@/components/ui/text-field'
import { formatDate, formatMinutes, type Locale } from '@/lib/format'
import type { Account } from '../queries/confirmation'
import { standingOf } from '../rules'
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
      <p className="mb-4 max-w-[70ch]">{t('confirm.how')}</p>
      <ActionForm
        id="confirmation"
        action={confirmHoursAction}
        hidden={{ partyId: party.id, ...quarter, ...hidden }}
        submit={t('confirm.press', name)}
      >
        <ul>
          {lines.map((line, index) => (
            <li key={line.planId} className="border-b border-line py-4 last:border-b-0">
              <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[1fr_11rem_1fr]">
                <LineFacts line={line} locale={locale} />
                <TextField
                  name={`lines[${index}].hours`}
                  label={t('confirm.hours')}
                  defaultValue={formatMinutes(keptOf(line).minutes, locale)}
                  width="short"
                />
                <TextField
                  name={`lines[${index}].reason`}
                  label={t('confirm.reason')}
                  defaultValue={keptOf(line).reason}
                  optional
                />
              </div>
            </li>
          ))}
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
        {promised && ` ${t('confirm.promised', { hours: formatMinutes(promised.minutes, locale) })}`}
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
