import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { TextField } from '@/components/ui/text-field'
import type { listRequiredSeats } from '../queries'
import { requireSeatsAction } from '../server-actions'

type Props = { forumId: string; required: ReturnType<typeof listRequiredSeats> }

/** A small form for each department. The number that stood there goes along, so that two at once do not undo each other unseen. */
export async function RequiredForms({ forumId, required }: Props) {
  const t = await getTranslations('seats.required')
  return (
    <>
      <p className="mb-4 max-w-[60ch] text-sm text-muted">{t('hint')}</p>
      <ul className="grid grid-cols-1 gap-5 min-[420px]:grid-cols-2 sm:grid-cols-4">
        {required.map(({ id, shortName, count }) => (
          <li key={id}>
            <ActionForm
              id={`required-${id}`}
              action={requireSeatsAction}
              hidden={{ forumId, partyId: id, was: count }}
              submit={t('save', { party: shortName })}
              submitVariant="secondary"
              size="small"
            >
              <TextField
                name="count"
                label={t('label', { party: shortName })}
                inputMode="numeric"
                width="short"
                defaultValue={String(count)}
              />
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  )
}
