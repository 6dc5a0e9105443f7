import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { TextField } from '@/components/ui/text-field'
import type { listRequiredSeats } from '../queries'
import { requireSeatsAction } from '../server-actions'

type Props = { forumId: string; required: ReturnType<typeof listRequiredSeats> }

/** Each number goes along with the one that stood there, so that two at once do not undo each other unseen. */
export async function RequiredForm({ forumId, required }: Props) {
  const t = await getTranslations('seats.required')
  const stood = required.flatMap(({ id, count }, row) => [
    [`counts[${row}].partyId`, id],
    [`counts[${row}].was`, count],
  ])
  return (
    <ActionForm
      id="required"
      action={requireSeatsAction}
      hidden={{ forumId, ...Object.fromEntries(stood) }}
      submit={t('save')}
      submitVariant="secondary"
    >
      <p className="max-w-[60ch] text-sm text-muted">{t('hint')}</p>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        {required.map(({ id, shortName, count }, row) => (
          <TextField
            key={id}
            name={`counts[${row}].count`}
            label={
              <>
                {shortName}
                <span className="sr-only">{t('label', { party: '' })}</span>
              </>
            }
            inputMode="numeric"
            width="short"
            defaultValue={String(count)}
          />
        ))}
      </div>
    </ActionForm>
  )
}
