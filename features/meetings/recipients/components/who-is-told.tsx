import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'

type Props = {
  people: { name: string; party: string }[]
  /** As the mail begins. */
  subject: string
  why: string
}

/** Before a press that sends mail: who gets it, in which words, and why. Nothing where nobody is told. */
export async function WhoIsTold({ people, subject, why }: Props) {
  const t = await getTranslations('meetings.told')
  if (people.length === 0) return <p className="text-sm text-muted">{t('nobody')}</p>
  return (
    <Disclosure summary={t('summary', { count: people.length })} className="text-sm">
      <p>
        {t('subject')} <span className="font-semibold">{subject}</span>
      </p>
      <p className="mt-1">{why}</p>
      <p className="mt-1">{t('grace')}</p>
      <ul className="mt-2 list-disc pl-5">
        {people.map(({ name, party }) => (
          <li key={`${name} ${party}`}>
            {name} ({party})
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
