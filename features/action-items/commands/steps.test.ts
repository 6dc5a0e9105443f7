import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '@/db/open'
import { ACTION_ITEM_STATES, type ActionItemState, actionItemSteps, actionItems, events } from '@/db/schema'
import { Conflict, NotFound, Question, Refused } from '@/lib/errors'
import type { Viewer } from '@/policy'
import { demoDatabase, forumId, personId, viewerOf } from '@/test/demo'
import { isPossible, nextState, STEPS, type TakenStep } from '../rules'
import {
  acceptActionItem,
  handOverActionItem,
  refuseActionItem,
  reportDone,
  resumeActionItem,
  waitActionItem,
} from './answer'
import { createActionItem, type NewActionItem } from './create'
import { answerDueDate, askNewDueDate, moveDueDate } from './due-date'
import { cancelActionItem, confirmActionItem, reassignActionItem, sendBack } from './settle'

const MORNING = new Date('2026-11-23T09:00:00Z')
const NOON = new Date('2026-11-23T11:00:00Z')

let database: Database
let mette: Viewer
let søren: Viewer

beforeEach(() => {
  database = demoDatabase()
  mette = viewerOf('Mette Holm')
  søren = viewerOf('Søren Bak')
})

function give(to: Viewer, more: Partial<NewActionItem> = {}): string {
  const { personId, ownParties } = to
  const task = { title: 'Udpeg kontaktpersoner', dueOn: '2026-12-04', visibility: 'forum' as const }
  const where = { forumId: forumId('noerrebro'), partyId: ownParties.at(-1)!, personId, confirm: [] }
  return createActionItem(mette, { ...task, ...where, ...more }, MORNING)
}

const stored = (id: string) => database.select().from(actionItems).where(eq(actionItems.id, id)).get()!
const stamp = (id: string) => ({ id, version: stored(id).version })
const story = (id: string) =>
  database.select().from(actionItemSteps).where(eq(actionItemSteps.actionItemId, id)).all()
const recorded = (id: string) => database.select().from(events).where(eq(events.subjectId, id)).all()

/** Every step as somebody might take it, with what it needs. */
const TAKE: Record<TakenStep, (person: Viewer, id: string) => void> = {
  accepted: (person, id) => acceptActionItem(person, stamp(id), NOON),
  waiting: (person, id) =>
    waitActionItem(person, { ...stamp(id), waitingOn: 'Lejerbo', until: '2026-12-10' }, NOON),
  resumed: (person, id) => resumeActionItem(person, stamp(id), NOON),
  reported_done: (person, id) =>
    reportDone(person, { ...stamp(id), evidence: 'Listen er sendt den 20. november', link: '' }, NOON),
  refused: (person, id) => refuseActionItem(person, { ...stamp(id), reason: 'Det hører under SOF' }, NOON),
  handed_over: (person, id) =>
    handOverActionItem(person, { ...stamp(id), personId: personId('Louise Damsbo'), text: '' }, NOON),
  closed: (person, id) => confirmActionItem(person, stamp(id), NOON),
  sent_back: (person, id) => sendBack(person, { ...stamp(id), reason: 'To planer mangler' }, NOON),
  reassigned: (person, id) => {
    const { partyId, personId } = viewerOf('Line Krogh')
    reassignActionItem(
      person,
      { ...stamp(id), partyId, personId, dueOn: '2026-12-11', text: 'Du kender skolerne', confirm: [] },
      NOON,
    )
  },
  cancelled: (person, id) => cancelActionItem(person, { ...stamp(id), reason: 'Planen er ophørt' }, NOON),
  date_asked: (person, id) =>
    askNewDueDate(
      person,
      { ...stamp(id), dueOn: '2026-12-18', reason: 'Ny leder på vej', confirm: [] },
      NOON,
    ),
  date_moved: (person, id) =>
    moveDueDate(person, { ...stamp(id), dueOn: '2026-12-15', text: '', confirm: [] }, NOON),
  date_kept: (person, id) =>
    answerDueDate(person, { ...stamp(id), answer: 'keep', text: 'Det haster' }, NOON),
}

const WAY_TO: Record<ActionItemState, TakenStep[]> = {
  open: [],
  in_progress: ['accepted'],
  waiting: ['waiting'],
  reported_done: ['reported_done'],
  refused: ['refused'],
  closed: ['reported_done', 'closed'],
  cancelled: ['cancelled'],
}
const actor = (step: TakenStep) => (STEPS[step].by === 'coordinator' ? mette : søren)

function bring(state: ActionItemState): string {
  const id = give(søren)
  for (const step of WAY_TO[state]) TAKE[step](actor(step), id)
  if (isPossible('date_asked', state)) TAKE.date_asked(søren, id)
  return id
}

describe('every step in every state', () => {
  const steps = Object.keys(STEPS) as TakenStep[]

  test.each(ACTION_ITEM_STATES.flatMap((state) => steps.map((step) => [state, step] as const)))(
    '%s, then %s',
    (state, step) => {
      const id = bring(state)
      const before = { item: stored(id), steps: story(id).length, events: recorded(id).length }
      if (isPossible(step, state)) {
        TAKE[step](actor(step), id)
        expect(stored(id)).toMatchObject({ state: nextState(step, state), version: before.item.version + 1 })
        expect(story(id).at(-1)).toMatchObject({ step, personId: actor(step).personId, at: NOON })
        expect(recorded(id).at(-1)?.kind).toBe(`action-item.${step.replaceAll('_', '-')}`)
        expect(recorded(id)).toHaveLength(before.events + 1)
      } else {
        expect(() => TAKE[step](actor(step), id)).toThrow(new Refused(`actionItemIs_${state}`))
        expect(stored(id)).toEqual(before.item)
        expect(story(id)).toHaveLength(before.steps)
        expect(recorded(id)).toHaveLength(before.events)
      }
    },
  )
})

describe('who may take a step', () => {
  const OUTCOME: Record<
    string,
    { responsible: 'may' | 'may not' | 'unseen'; coordinator: 'may' | 'may not' | 'unseen' }
  > = {
    'Søren Bak': { responsible: 'may', coordinator: 'may not' },
    'Karen Lund': { responsible: 'may', coordinator: 'may not' },
    'Mette Holm': { responsible: 'may', coordinator: 'may' },
    'Jonas Friis': { responsible: 'may', coordinator: 'may' },
    'Line Krogh': { responsible: 'may not', coordinator: 'may not' },
    'Pia Storm': { responsible: 'unseen', coordinator: 'unseen' },
    'Åse Aagaard': { responsible: 'unseen', coordinator: 'unseen' },
    'Erik Dam': { responsible: 'unseen', coordinator: 'unseen' },
    'Lars Nygaard': { responsible: 'unseen', coordinator: 'unseen' },
    'Ruth Vind': { responsible: 'unseen', coordinator: 'unseen' },
  }
  const possibleFrom = (step: TakenStep) => STEPS[step].from[0]

  test.each(
    Object.keys(OUTCOME).flatMap((name) =>
      (Object.keys(STEPS) as TakenStep[]).map((step) => [name, step] as const),
    ),
  )("%s: %s, on BIF's item that is not sent out yet", (name, step) => {
    const id = bring(possibleFrom(step))
    const act = () => TAKE[step](viewerOf(name), id)
    const outcome = OUTCOME[name]![STEPS[step].by]
    if (outcome === 'may') expect(act).not.toThrow()
    if (outcome === 'may not') expect(act).toThrow(new Refused('notAllowed'))
    if (outcome === 'unseen') expect(act).toThrow(NotFound)
  })

  test('Pia Storm sees the item in her forum once it is sent out, and still may not answer for BIF', () => {
    const id = give(søren)
    database.update(actionItems).set({ releasedAt: MORNING }).where(eq(actionItems.id, id)).run()
    expect(() => TAKE.reported_done(viewerOf('Pia Storm'), id)).toThrow(new Refused('notAllowed'))
    expect(() => TAKE.reported_done(viewerOf('Ruth Vind'), id)).toThrow(new Refused('notAllowed'))
  })

  test('Pia Storm reports her own item done', () => {
    const id = give(viewerOf('Pia Storm'))
    database.update(actionItems).set({ releasedAt: MORNING }).where(eq(actionItems.id, id)).run()
    TAKE.reported_done(viewerOf('Pia Storm'), id)
    expect(stored(id).state).toBe('reported_done')
  })

  test('what is removed is gone for the coordinator too', () => {
    const id = give(søren)
    database.update(actionItems).set({ removedAt: MORNING }).where(eq(actionItems.id, id)).run()
    expect(() => TAKE.cancelled(mette, id)).toThrow(NotFound)
    expect(stored(id).state).toBe('open')
  })
})

describe('two people at once', () => {
  test('pressing twice reports once, and the second press hears how it stands', () => {
    const id = give(søren)
    const seen = stamp(id)
    const report = () => reportDone(søren, { ...seen, evidence: 'Sendt', link: '' }, NOON)
    report()
    expect(report).toThrow(new Refused('actionItemIs_reported_done'))
    expect(story(id).filter(({ step }) => step === 'reported_done')).toHaveLength(1)
  })

  test('an item closed by one coordinator is not closed again by another', () => {
    const id = bring('reported_done')
    const seen = stamp(id)
    confirmActionItem(mette, seen, NOON)
    expect(() => confirmActionItem(viewerOf('Jonas Friis'), seen, NOON)).toThrow(
      new Refused('actionItemIs_closed'),
    )
  })

  test('a step on an item that changed meanwhile changes nothing', () => {
    const id = give(søren)
    const seen = stamp(id)
    TAKE.date_moved(mette, id)
    const report = () => reportDone(søren, { ...seen, evidence: 'Sendt', link: '' }, NOON)
    expect(report).toThrow(new Conflict('actionItemChanged'))
    expect(stored(id)).toMatchObject({ state: 'open', dueOn: '2026-12-15' })
  })
})

describe('the words stay with the item, never with the event', () => {
  test('evidence and its link', () => {
    const id = give(søren)
    const evidence = 'Alle seks planer har en kontaktperson'
    reportDone(søren, { ...stamp(id), evidence, link: 'https://example.org/liste' }, NOON)
    expect(story(id).at(-1)).toMatchObject({ text: evidence, link: 'https://example.org/liste' })
    expect(JSON.stringify(recorded(id))).not.toContain('kontaktperson')
    expect(JSON.stringify(recorded(id))).not.toContain('example.org')
  })

  test('a step that needs words is refused without them', () => {
    const id = give(søren)
    expect(() => refuseActionItem(søren, { ...stamp(id), reason: '' }, NOON)).toThrow(
      new Refused('required_reason'),
    )
    expect(stored(id).state).toBe('open')
  })

  test('whom one waits for is forgotten when one waits no longer', () => {
    const id = bring('waiting')
    expect(stored(id)).toMatchObject({ waitingOn: 'Lejerbo', waitingUntil: '2026-12-10' })
    TAKE.resumed(søren, id)
    expect(stored(id)).toMatchObject({ waitingOn: null, waitingUntil: null })
    expect(story(id).find(({ step }) => step === 'waiting')?.text).toBe('Lejerbo')
  })
})

describe('a new due date', () => {
  test('the old one stands until the coordinator answers; both stay in the story', () => {
    const id = give(søren)
    TAKE.date_asked(søren, id)
    expect(stored(id)).toMatchObject({ dueOn: '2026-12-04', askedDueOn: '2026-12-18' })
    answerDueDate(mette, { ...stamp(id), answer: 'grant', text: '' }, NOON)
    expect(stored(id)).toMatchObject({ dueOn: '2026-12-18', askedDueOn: null })
    expect(story(id).at(-1)).toMatchObject({
      step: 'date_moved',
      dueBefore: '2026-12-04',
      dueAfter: '2026-12-18',
    })
  })

  test('kept, it keeps the reason', () => {
    const id = give(søren)
    TAKE.date_asked(søren, id)
    expect(() => answerDueDate(mette, { ...stamp(id), answer: 'keep', text: '' }, NOON)).toThrow(
      new Refused('required_reason'),
    )
    TAKE.date_kept(mette, id)
    expect(stored(id)).toMatchObject({ dueOn: '2026-12-04', askedDueOn: null })
    expect(story(id).at(-1)).toMatchObject({ step: 'date_kept', text: 'Det haster' })
  })

  test('nobody asked, so there is nothing to answer', () => {
    const id = give(søren)
    const answer = () => answerDueDate(mette, { ...stamp(id), answer: 'grant', text: '' }, NOON)
    expect(answer).toThrow(new Refused('noDateAsked'))
  })

  test('the date one already has is no new date', () => {
    const id = give(søren)
    const ask = { ...stamp(id), dueOn: '2026-12-04', reason: 'Mere tid', confirm: [] }
    expect(() => askNewDueDate(søren, ask, NOON)).toThrow(new Refused('sameDueDate', undefined, 'dueOn'))
  })

  test('reporting done answers the question by itself', () => {
    const id = give(søren)
    TAKE.date_asked(søren, id)
    TAKE.reported_done(søren, id)
    expect(stored(id).askedDueOn).toBeNull()
  })

  test.each([
    ['dueInPast', '2026-11-20'],
    ['dueOnClosedDay', '2026-12-25'],
    ['dueFarAway', '2029-03-01'],
  ])('%s asks, and yes is an answer', (code, dueOn) => {
    const id = give(søren)
    const ask = (confirm: string[]) =>
      askNewDueDate(søren, { ...stamp(id), dueOn, reason: 'Mere tid', confirm }, NOON)
    expect(questionOf(() => ask([]))).toMatchObject({ code, field: 'dueOn' })
    expect(stored(id).askedDueOn).toBeNull()
    ask([code])
    expect(stored(id).askedDueOn).toBe(dueOn)
  })

  test('a closed day comes with the next working day', () => {
    const id = give(søren)
    const ask = { ...stamp(id), dueOn: '2026-12-25', reason: 'Efter jul', confirm: [] }
    const question = questionOf(() => askNewDueDate(søren, ask, NOON))
    expect(question.values?.workingDay).toBe('mandag den 28. december 2026')
  })
})

describe('handing on', () => {
  const handTo = (id: string, to: Viewer, confirm: string[] = []) =>
    reassignActionItem(
      mette,
      {
        ...stamp(id),
        partyId: to.ownParties.at(-1)!,
        personId: to.personId,
        dueOn: stored(id).dueOn,
        text: '',
        confirm,
      },
      NOON,
    )

  test('a refused item is open again with its new responsible', () => {
    const id = bring('refused')
    handTo(id, viewerOf('Line Krogh'))
    const { partyId, personId } = viewerOf('Line Krogh')
    expect(stored(id)).toMatchObject({
      state: 'open',
      responsiblePartyId: partyId,
      responsiblePersonId: personId,
    })
    expect(story(id).at(-1)).toMatchObject({ partyBefore: søren.partyId, partyAfter: partyId })
  })

  test('an internal item is not shared with an outsider without a yes', () => {
    const id = give(søren, { visibility: 'internal' })
    expect(questionOf(() => handTo(id, viewerOf('Pia Storm')))).toMatchObject({ code: 'sharesInternal' })
    expect(stored(id).visibility).toBe('internal')
    handTo(id, viewerOf('Pia Storm'), ['sharesInternal'])
    expect(stored(id).visibility).toBe('own')
  })

  test('to the one who has it already: only when they refused it', () => {
    const id = give(søren)
    expect(() => handTo(id, søren)).toThrow(new Refused('sameResponsible', undefined, 'responsible'))
    TAKE.refused(søren, id)
    handTo(id, søren)
    expect(stored(id).state).toBe('open')
  })

  test('a person must act for the party they are named under', () => {
    const id = give(søren)
    const pair = { partyId: viewerOf('Pia Storm').partyId, personId: viewerOf('Line Krogh').personId }
    const hand = () =>
      reassignActionItem(mette, { ...stamp(id), ...pair, dueOn: '2026-12-04', text: '', confirm: [] }, NOON)
    expect(hand).toThrow(new Refused('unknown', undefined, 'responsible'))
  })
})

function questionOf(act: () => void): Question {
  try {
    act()
  } catch (error) {
    if (error instanceof Question) return error
    throw error
  }
  throw new Error('no question was asked')
}
