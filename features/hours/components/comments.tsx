import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { formatInstant, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { listComments } from '../queries/comments'
import { commentHoursAction, takeBackCommentAction } from '../server-actions'
import { quarterChoices } from './quarter-choices'

type Props = {
  viewer: Viewer
  plan: { id: string; leadPartyId: string; organisationIds: string[] }
  year: number
  departments: { id: string; shortName: string }[]
  /** What the page was opened for. */
  chosen: { department?: string; quarter?: number }
  locale: Locale
}

/** What the department, the housing organisation and the team say of the hours; all of them read it. */
export async function Comments({ viewer, plan, year, departments, chosen, locale }: Props) {
  const t = await getTranslations('hours')
  const comments = listComments(viewer, plan.id, year)
  const own = departments.filter(({ id }) => can.commentHours(viewer, { partyId: id }, plan))
  if (comments.length === 0 && own.length === 0) return null
  return (
    <div id="comments">
      <Card title={t('comments.title')}>
        <p className="mb-3 text-sm text-muted">{t('comments.readers')}</p>
        {comments.length === 0 && <p>{t('comments.none', { year: String(year) })}</p>}
        <ul>
          {comments.map((comment) => (
            <li key={comment.id} className="border-b border-line py-3 last:border-b-0">
              <p className="text-sm text-muted">
                <strong className="font-semibold text-ink">
                  {comment.role === 'coordinator' ? t('comments.team') : comment.party}
                </strong>
                , {formatInstant(comment.writtenAt, locale)}.{' '}
                {t('comments.about', { department: comment.department, quarter: String(comment.quarter) })}
              </p>
              <p className="max-w-[70ch] whitespace-pre-line">{comment.text}</p>
              {comment.writtenById === viewer.personId && own.length > 0 && (
                <PressForm
                  action={takeBackCommentAction}
                  hidden={{ id: comment.id }}
                  size="small"
                  className="no-print mt-2"
                >
                  {t('comments.takeBack')}
                </PressForm>
              )}
            </li>
          ))}
        </ul>
        {own.length > 0 && (
          <Disclosure summary={t('comments.write')} className="no-print mt-2">
            <ActionForm
              id="comment"
              action={commentHoursAction}
              hidden={{ planId: plan.id }}
              submit={t('comments.send')}
              submitVariant="secondary"
            >
              <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
                <SelectField
                  name="partyId"
                  label={t('comments.whose')}
                  options={own.map(({ id, shortName }) => ({ value: id, label: shortName }))}
                  defaultValue={own.find(({ id }) => id === chosen.department)?.id}
                />
                <SelectField
                  name="period"
                  label={t('promises.quarter')}
                  options={await quarterChoices(year)}
                  defaultValue={chosen.quarter ? `${year}-${chosen.quarter}` : undefined}
                />
              </div>
              <TextArea name="text" label={t('comments.text')} hint={t('comments.hint')} maxLength={2000} />
            </ActionForm>
          </Disclosure>
        )}
      </Card>
    </div>
  )
}
