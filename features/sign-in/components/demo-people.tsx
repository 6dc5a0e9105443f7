import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { DemoPerson } from '../queries'
import { DEMO_GROUPS, GUIDES, groupOf } from '../rules'
import { signInToDemoAction } from '../server-actions'

type Props = { people: DemoPerson[]; next: string }

/** Six people to begin with, each with a line on what they see, then everybody by group. */
export async function DemoPeople({ people, next }: Props) {
  const t = await getTranslations('signIn.demo')
  const guides = GUIDES.flatMap((name) => people.find((person) => person.name === name) ?? [])
  const others = people.filter((person) => !guides.includes(person))
  const groups = DEMO_GROUPS.map((group) => ({
    group,
    members: others.filter((person) => groupOf(person) === group),
  }))
  const form = ({ id }: DemoPerson) => ({ action: signInToDemoAction, hidden: { personId: id, next } })
  return (
    <>
      <p className="mb-6 max-w-[70ch]">{t('intro')}</p>
      <h2 className="mb-3 text-xl font-semibold">{t('guides')}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {guides.map((person) => (
          <li key={person.id}>
            <Card className="flex h-full flex-col">
              <h3 className="text-lg font-semibold">{person.name}</h3>
              <p className="text-sm text-muted">
                {person.title}, {person.party}
              </p>
              <p className="mt-2 mb-4 flex-1">{t(`sees.${person.role}`)}</p>
              <PressForm {...form(person)} variant="primary">
                {t('signInAs', { name: person.name })}
              </PressForm>
            </Card>
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-3 text-xl font-semibold">{t('everybody')}</h2>
      <div className="gap-x-10 lg:columns-2">
        {groups
          .filter(({ members }) => members.length > 0)
          .map(({ group, members }) => (
            <section key={group} className="mb-8">
              <h3 className="mb-1 break-after-avoid text-sm font-semibold text-muted">
                {t(`groups.${group}`)}
              </h3>
              <ul>
                {members.map((person) => (
                  <li
                    key={person.id}
                    className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 break-inside-avoid border-b border-line py-2"
                  >
                    <span>
                      {person.name}{' '}
                      <span className="text-sm text-muted">
                        {person.title}, {person.party}
                      </span>
                    </span>
                    <PressForm {...form(person)} size="small">
                      {t.rich('signInAsShort', {
                        name: person.name,
                        hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden>,
                      })}
                    </PressForm>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  )
}
