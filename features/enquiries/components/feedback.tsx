import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { RadioGroup } from '@/components/ui/radio-group'
import { Tag, type Tone } from '@/components/ui/tag'
import { TextField } from '@/components/ui/text-field'
import { VERDICTS, type Verdict } from '@/db/schema'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, isOutsider, type Viewer } from '@/policy'
import type { EnquiryDetail, Feedback } from '../queries/detail'
import { feedbackAction } from '../server-actions'

type Props = { enquiry: EnquiryDetail; viewer: Viewer; locale: Locale }

/** How it went, from both sides beside each other; and the one question for whoever has not answered it. */
export async function FeedbackCard({ enquiry, viewer, locale }: Props) {
  const t = await getTranslations('enquiries.feedback')
  const departmentIds = enquiry.parts.map(({ partyId }) => partyId)
  const asks =
    can.giveEnquiryFeedback(viewer, { partyId: enquiry.partyId, departmentIds }) &&
    !enquiry.feedback.some(({ partyId }) => partyId === viewer.partyId)
  if (!enquiry.closedAt || (!asks && enquiry.feedback.length === 0)) return null
  return (
    <Card title={t('title')}>
      <SideBySide feedback={enquiry.feedback} locale={locale} />
      {asks && (
        <ActionForm
          id="feedback"
          action={feedbackAction}
          hidden={{ id: enquiry.id }}
          submit={t('send')}
          submitVariant="secondary"
        >
          <RadioGroup
            name="verdict"
            legend={t(isOutsider(viewer) ? 'question' : 'questionDepartment')}
            options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          />
          <TextField name="line" label={t('line')} optional />
        </ActionForm>
      )}
    </Card>
  )
}

const TONES: Record<Verdict, Tone> = { yes: 'ok', partly: 'warn', no: 'bad' }

/** The asker's to the left, the departments' to the right; each with its party and day. */
export async function SideBySide({ feedback, locale }: { feedback: Feedback[]; locale: Locale }) {
  const t = await getTranslations('enquiries.feedback')
  if (feedback.length === 0) return null
  const sides = [
    { side: 'asker', given: feedback.filter(({ fromAsker }) => fromAsker) },
    { side: 'department', given: feedback.filter(({ fromAsker }) => !fromAsker) },
  ] as const
  return (
    <div className="mb-4 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
      {sides.map(({ side, given }) => (
        <div key={side}>
          <h3 className="text-sm font-semibold">{t(side)}</h3>
          {given.length === 0 && <p className="text-muted">{t('none')}</p>}
          {given.map(({ party, verdict, line, givenAt }) => (
            <div key={party} className="mt-1">
              <Tag tone={TONES[verdict]}>{t(`verdict.${verdict}`)}</Tag>
              {line && <p className="wrap-anywhere">{line}</p>}
              <p className="text-sm text-muted">
                {t('given', { party, date: formatDate(plainDateOf(givenAt), locale, 'long') })}
              </p>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
