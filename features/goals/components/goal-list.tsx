import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { DateField, TextField } from '@/components/ui/text-field'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { type Goal, listGoals } from '../queries'
import { addGoalAction, changeGoalAction } from '../server-actions'

type Props = { forumId: string; viewer: Viewer; today: PlainDate; locale: Locale; editing: boolean }

/** What the forum wants to reach; the team adds to it, changes it and ends it. */
export async function GoalList({ forumId, viewer, today, locale, editing }: Props) {
  const t = await getTranslations('goals')
  const goals = listGoals(viewer, today, forumId)
  const develops = can.developForums(viewer)
  const edits = develops && editing
  if (goals.length === 0 && !develops) return null
  return (
    <Card title={<span id="goals">{t('title')}</span>}>
      {goals.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className="border-b border-line py-2 last:border-b-0">
            {goal.title}
            {goal.validTo && (
              <span className="block text-sm text-muted">
                {t('until', { date: formatDate(goal.validTo, locale, 'long') })}
              </span>
            )}
            {edits && (
              <Disclosure name="goals" summary={t('change')} className="no-print text-sm">
                <GoalForm goal={goal} locale={locale} />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {edits && (
        <Disclosure name="goals" summary={t('new')} className="no-print mt-2">
          <GoalForm forumId={forumId} locale={locale} />
        </Disclosure>
      )}
      {develops && !edits && (
        <Link
          href="?edit=goals#goals"
          prefetch={false}
          className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
        >
          {t('edit')}
        </Link>
      )}
    </Card>
  )
}

async function GoalForm({ goal, forumId = '', locale }: { goal?: Goal; forumId?: string; locale: Locale }) {
  const t = await getTranslations('goals')
  const day = (date?: string | null) => (date ? formatDate(date, locale, 'numeric') : undefined)
  return (
    <ActionForm
      id={goal ? `goal-${goal.id}` : 'goal'}
      action={goal ? changeGoalAction : addGoalAction}
      hidden={goal ? { id: goal.id, version: goal.version } : { forumId }}
      submit={t(goal ? 'save' : 'add')}
      submitVariant="secondary"
      size="small"
    >
      <TextField name="title" label={t('name')} defaultValue={goal?.title} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField name="validFrom" label={t('from')} optional defaultValue={day(goal?.validFrom)} />
        <DateField name="validTo" label={t('to')} optional defaultValue={day(goal?.validTo)} />
      </div>
    </ActionForm>
  )
}
