import type { Option } from '@/components/ui/select-field'
import type { PartyWithPeople } from '../queries/responsible'

/** Party and person in one choice, so that the two always fit together. */
export const responsibleOptions = (parties: PartyWithPeople[]): Option[] =>
  parties.flatMap(({ id, name, people }) =>
    people.map((person) => ({ value: `${id}/${person.id}`, label: person.name, group: name })),
  )
