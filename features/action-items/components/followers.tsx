import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { FOLLOWER_ROLES } from '@/db/schema'
import { can, type Viewer } from '@/policy'
import type { ActionItemDetail } from '../queries/detail'
import { listFollowers } from '../queries/followers'
import type { PartyWithPeople } from '../queries/responsible'
import { addFollowerAction, removeFollowerAction } from '../server-actions'

type Props = { item: ActionItemDetail; viewer: Viewer; people: PartyWithPeople[] }

/** Who is informed of the item or helps with it; one press to follow it oneself. */
export async function Followers({ item, viewer, people }: Props) {
  const t = await getTranslations('actionItems.followers')
  const followers = listFollowers(viewer, item)
  const own = followers.some(({ personId }) => personId === viewer.personId)
  const mayFollow = can.nameFollower(viewer, { id: viewer.personId })
  const names = can.settleActionItems(viewer)
  if (followers.length === 0 && !mayFollow) return null
  return (
    <section className="mt-10">
      <h2 className="mb-2 text-sm font-semibold text-muted">{t('title')}</h2>
      <ul>
        {followers.map(({ personId, name, party, role }) => (
          <li key={personId} className="flex flex-wrap items-center gap-x-3">
            <span>
              {name}, {party} <span className="text-sm text-muted">{t(`role.${role}`)}</span>
            </span>
            {can.nameFollower(viewer, { id: personId }) && (
              <PressForm
                action={removeFollowerAction}
                hidden={{ id: item.id, personId }}
                variant="quiet"
                size="small"
              >
                {t.rich('remove', {
                  name,
                  hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
                })}
              </PressForm>
            )}
          </li>
        ))}
      </ul>
      {mayFollow && !own && (
        <PressForm
          action={addFollowerAction}
          hidden={{ id: item.id, personId: viewer.personId, role: 'informed' }}
          size="small"
          className="no-print mt-1"
        >
          {t('follow')}
        </PressForm>
      )}
      {names && (
        <Disclosure summary={t('name')} className="no-print mt-1">
          <ActionForm
            id="follower"
            action={addFollowerAction}
            hidden={{ id: item.id }}
            submit={t('add')}
            submitVariant="secondary"
          >
            <SelectField
              name="personId"
              label={t('who')}
              empty={t('choose')}
              options={people.flatMap((party) =>
                party.people.map(({ id, name }) => ({ value: id, label: name, group: party.name })),
              )}
            />
            <SelectField
              name="role"
              label={t('as')}
              options={FOLLOWER_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            />
          </ActionForm>
        </Disclosure>
      )}
    </section>
  )
}
