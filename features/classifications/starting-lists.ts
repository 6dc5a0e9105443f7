import type { ClassificationList } from '@/db/schema'

type Named = [nameDa: string, nameEn: string]
/** What a new installation can begin with, to be changed like any other; the kinds of activity are marked as such. */
export const STARTING_LISTS: Record<ClassificationList, Named[]> = {
  /** The three of the strategy (S41). */
  theme: [
    ['Beskæftigelse', 'Employment'],
    ['Uddannelse', 'Education'],
    ['Tryghed', 'Safety'],
  ],
  target_group: [
    ['Børn', 'Children'],
    ['Unge', 'Young people'],
    ['Familier', 'Families'],
    ['Kvinder', 'Women'],
    ['Ledige', 'People without work'],
    ['Ældre', 'Older people'],
    ['Alle beboere', 'All residents'],
  ],
  activity_kind: [
    ['Klub', 'Club'],
    ['Lektiehjælp', 'Homework help'],
    ['Fritidsjob', 'Spare-time jobs'],
    ['Rådgivning', 'Counselling'],
    ['Brobygning', 'Bridge-building'],
    ['Mentorordning', 'Mentoring'],
    ['Beboercafé', 'Residents’ café'],
    ['Forældregruppe', 'Parents’ group'],
    ['Kursus og undervisning', 'Courses and teaching'],
    ['Netværk', 'Network'],
    ['Idræt og bevægelse', 'Sports and exercise'],
    ['Ferieaktivitet', 'Holiday activity'],
    ['Tryghedsvandring', 'Safety walk'],
    ['Konfliktmægling', 'Mediation'],
    ['Beboeraktivitet', 'Residents’ activity'],
  ],
}
