import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import type { aboutChoices, About as Named } from '../mentions/queries'
import { nameSubjectAction } from '../mentions/server-actions'

const HREFS = { plan: '/plans', initiative: '/initiatives' }

type Props = {
  at: 'agenda_item' | 'action_item'
  id: string
  about?: Named | null
  /** What it can be about; the form is drawn where there is a choice. */
  choices?: ReturnType<typeof aboutChoices>
  /** Where a coordinator asks for the form. */
  ask?: string
}

/** Which plan, initiative or goal something is about. */
export async function About({ at, id, about, choices = [], ask }: Props) {
  const t = await getTranslations('plans.about')
  return (
    <>
      {about && (
        <p className="text-sm text-muted">
          {t(about.kind)}{' '}
          {about.kind === 'goal' ? (
            about.title
          ) : (
            <Link href={`${HREFS[about.kind]}/${about.id}`} prefetch={false} className="text-link underline">
              {about.title}
            </Link>
          )}
        </p>
      )}
      {ask && choices.length === 0 && (
        <Link
          href={ask}
          prefetch={false}
          className="no-print inline-flex min-h-6 items-center text-sm text-link hover:underline"
        >
          {t('ask')}
        </Link>
      )}
      {choices.length > 0 && (
        <ActionForm
          id={`about-${id}`}
          action={nameSubjectAction}
          hidden={{ at, id }}
          submit={t('save')}
          submitVariant="secondary"
          size="small"
          className="no-print my-3"
        >
          <SelectField
            name="about"
            label={t('label')}
            empty={t('nothing')}
            optional
            defaultValue={about ? `${about.kind}/${about.id}` : undefined}
            options={choices.map(({ value, label, kind }) => ({ value, label, group: t(`group.${kind}`) }))}
          />
        </ActionForm>
      )}
    </>
  )
}
