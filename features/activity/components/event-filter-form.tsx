import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type Choice, Choices, DayChoice } from '@/components/ui/choices'
import type { EventFilter } from '../input'
import { SUBJECTS } from '../rules'

type Props = { filter: EventFilter; actors: Choice[]; forums: Choice[] }

export async function EventFilterForm({ filter, actors, forums }: Props) {
  const t = await getTranslations('events')
  const { about, subject, person, forum, from, to } = filter
  const narrowed = about || subject || person || forum || from || to
  const subjects = SUBJECTS.map((value) => ({ value, label: t(`subjects.${value}`) }))
  return (
    <form
      method="get"
      action="/admin/events"
      className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 text-sm"
    >
      {subject && <input type="hidden" name="subject" value={subject} />}
      <Choices
        name="about"
        label={t('about')}
        chosen={about}
        choices={[{ value: '', label: t('anything') }, ...subjects]}
      />
      <Choices
        name="person"
        label={t('who')}
        chosen={person}
        choices={[{ value: '', label: t('anybody') }, ...actors]}
      />
      <Choices
        name="forum"
        label={t('forum')}
        chosen={forum}
        choices={[{ value: '', label: t('anyForum') }, ...forums]}
      />
      <DayChoice name="from" label={t('from')} chosen={from} />
      <DayChoice name="to" label={t('to')} chosen={to} />
      <Button className="text-sm">{t('filter')}</Button>
      {narrowed && (
        <Link href="/admin/events" className="inline-flex min-h-10 items-center text-link hover:underline">
          {t('reset')}
        </Link>
      )}
    </form>
  )
}
