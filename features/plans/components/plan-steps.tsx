import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import { can, type Viewer } from '@/policy'
import type { PlanDetail } from '../queries'
import { listPlans, planChoices } from '../queries'
import {
  addEstateAction,
  addOrganisationAction,
  approvePlanAction,
  changeEstateAction,
  removeOrganisationAction,
  succeedPlanAction,
} from '../server-actions'

/** What this viewer may do with the plan. */
export async function PlanSteps({ plan, viewer }: { plan: PlanDetail; viewer: Viewer }) {
  if (plan.successor || !can.editPlan(viewer, plan)) return null
  const t = await getTranslations('plans')
  const stamp = { id: plan.id, version: String(plan.version) }
  const administers = can.administer(viewer)
  return (
    <div className="no-print space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href={`/plans/${plan.id}/change`} size="small">
          {t('change')}
        </ButtonLink>
        {administers && !plan.approvedAt && (
          <PressForm action={approvePlanAction} hidden={stamp} size="small">
            {t('approve')}
          </PressForm>
        )}
      </div>
      <Disclosure name="plan-steps" summary={t('addEstate')}>
        <ActionForm
          id="estate"
          action={addEstateAction}
          hidden={{ planId: plan.id }}
          submit={t('addEstate')}
          submitVariant="secondary"
        >
          <TextField name="name" label={t('estateName')} width="half" />
          <TextField name="point" label={t('point')} hint={t('pointHint')} optional width="half" />
        </ActionForm>
      </Disclosure>
      {plan.estates.map((estate) => (
        <Disclosure key={estate.id} name="plan-steps" summary={t('changeEstate', { estate: estate.name })}>
          <ActionForm
            id={`estate-${estate.id}`}
            action={changeEstateAction}
            hidden={{ id: estate.id, version: estate.version }}
            submit={t('saveEstate')}
            submitVariant="secondary"
          >
            <TextField name="name" label={t('estateName')} width="half" defaultValue={estate.name} />
            <TextField
              name="point"
              label={t('point')}
              hint={t('pointHint')}
              optional
              width="half"
              defaultValue={pointOf(estate)}
            />
          </ActionForm>
        </Disclosure>
      ))}
      {administers && <Administration plan={plan} viewer={viewer} />}
    </div>
  )
}

/** As a map shows it, and as it is typed; microdegrees in the database. */
const pointOf = ({ latitude, longitude }: PlanDetail['estates'][number]) =>
  latitude === null || longitude === null
    ? undefined
    : [latitude, longitude].map((degrees) => (degrees / 1e6).toFixed(6)).join(', ')

async function Administration({ plan, viewer }: { plan: PlanDetail; viewer: Viewer }) {
  const t = await getTranslations('plans')
  const { organisations } = planChoices(viewer)
  const among = [plan.leadPartyId, ...plan.organisationIds]
  const others = listPlans(viewer).filter(({ id, areaId }) => id !== plan.id && areaId === plan.areaId)
  return (
    <>
      <Disclosure name="plan-steps" summary={t('addOrganisation')}>
        <ActionForm
          id="organisation"
          action={addOrganisationAction}
          hidden={{ id: plan.id }}
          submit={t('addOrganisation')}
          submitVariant="secondary"
        >
          <SelectField
            name="partyId"
            label={t('organisation')}
            empty={t('choose')}
            options={organisations.filter(({ value }) => !among.includes(value))}
          />
        </ActionForm>
      </Disclosure>
      {plan.organisations.length > 0 && (
        <Disclosure name="plan-steps" summary={t('removeOrganisation')}>
          <p className="mb-2 text-sm text-muted">{t('removeOrganisationHint')}</p>
          <ul>
            {plan.organisations.map(({ id, name }) => (
              <li key={id} className="flex items-center justify-between gap-4 py-1">
                {name}
                <PressForm
                  action={removeOrganisationAction}
                  hidden={{ id: plan.id, partyId: id }}
                  size="small"
                >
                  {t('takeOff', { organisation: name })}
                </PressForm>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {others.length > 0 && (
        <Disclosure name="plan-steps" summary={t('succeed')}>
          <ActionForm
            id="succession"
            action={succeedPlanAction}
            hidden={{ id: plan.id }}
            submit={t('succeed')}
            submitVariant="secondary"
          >
            <SelectField
              name="successorId"
              label={t('successorField')}
              empty={t('choose')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <DateField name="happenedOn" label={t('happenedOn')} />
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
