import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { Tag, type Tone } from '@/components/ui/tag'
import { TextArea } from '@/components/ui/text-area'
import type { PartState } from '@/db/schema'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { EnquiryDetail, Part } from '../queries/detail'
import { isOpenEnquiry, isOpenPart, isThirdRefusal } from '../rules'
import { partAction } from '../server-actions'

type Props = { enquiry: EnquiryDetail; viewer: Viewer; locale: Locale }

/** What each department is asked, and what it says about it: for the municipality. */
export async function Parts({ enquiry, viewer, locale }: Props) {
  const t = await getTranslations('enquiries.parts')
  const open = isOpenEnquiry(enquiry.state)
  return (
    <Card title={t('title')}>
      {enquiry.parts.length === 0 && <p className="text-muted">{t('none')}</p>}
      {open && isThirdRefusal(enquiry.parts) && <p className="mb-2 text-warn">{t('third')}</p>}
      <ul>
        {enquiry.parts.map((part) => (
          <li key={part.id} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
            <PartHead part={part} locale={locale} />
            {part.question && <Said label={t('question')} text={part.question} />}
            {part.text && (
              <Said label={t(part.state === 'answered' ? 'answer' : 'reason')} text={part.text} />
            )}
            {open && isOpenPart(part.state) && <PartSteps part={part} viewer={viewer} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const TONES: Partial<Record<PartState, Tone>> = {
  routed: 'info',
  accepted: 'info',
  answered: 'ok',
  refused: 'warn',
}

async function PartHead({ part, locale }: { part: Part; locale: Locale }) {
  const t = await getTranslations('enquiries.parts')
  const { party, leads, state, dueOn, person, staffed } = part
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{party}</span>
        <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
        {leads && <span className="text-sm">{t('leads')}</span>}
        {isOpenPart(state) && (
          <span className="text-sm text-muted">{t('due', { date: formatDate(dueOn, locale, 'short') })}</span>
        )}
        {person && <span className="text-sm text-muted">{t('by', { person })}</span>}
      </p>
      {!staffed && isOpenPart(state) && <p className="text-sm text-bad">{t('empty', { party })}</p>}
    </>
  )
}

const Said = ({ label, text }: { label: string; text: string }) => (
  <div className="mt-1">
    <p className="text-sm text-muted">{label}</p>
    <p className="whitespace-pre-line wrap-anywhere">{text}</p>
  </div>
)

const WORDED = [
  { step: 'answered', summary: 'answerIt', label: 'answerText', hint: 'answerHint', send: 'answerSend' },
  { step: 'refused', summary: 'refuse', label: 'refuseText', hint: undefined, send: 'refuseSend' },
  { step: 'dropped', summary: 'drop', label: 'dropText', hint: undefined, send: 'dropSend' },
] as const

async function PartSteps({ part, viewer }: { part: Part; viewer: Viewer }) {
  const t = await getTranslations('enquiries.parts')
  if (!can.answerPart(viewer, part)) return null
  const { id, version, state, party } = part
  return (
    <div className="no-print mt-2 space-y-2">
      {state === 'routed' && (
        <PressForm
          action={partAction}
          hidden={{ id, version: String(version), step: 'accepted' }}
          size="small"
        >
          {t('accept')}
        </PressForm>
      )}
      {WORDED.filter(({ step }) => step !== 'dropped' || can.triageEnquiries(viewer)).map(
        ({ step, summary, label, hint, send }) => (
          <Disclosure key={step} name={`part-${id}`} summary={t(summary)}>
            <ActionForm
              id={`${step}-${id}`}
              action={partAction}
              hidden={{ id, version, step }}
              submit={t(send)}
              submitVariant={step === 'answered' ? 'primary' : 'secondary'}
            >
              <TextArea
                name="text"
                label={
                  <>
                    {t(label)} <span className="sr-only">{party}</span>
                  </>
                }
                hint={hint && t(hint)}
                rows={3}
              />
            </ActionForm>
          </Disclosure>
        ),
      )}
    </div>
  )
}
