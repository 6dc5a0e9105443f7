import { LOCAL_COMMITTEE } from './people'

type Seats = [party: string, person: string][]
/** `weekday` 1 is Monday; `at` is Copenhagen time. */
type Timetable = { weekday: number; at: string; minutes: number; place: string }
export type DemoForum = {
  slug: string
  convener: string
  deputy: string
  rhythm: string
  meets: Timetable
  seats: Seats
  deputies: Seats
}

export const DEPARTMENTS = ['ØKF', 'KFF', 'BUF', 'SUF', 'SOF', 'TMF', 'BIF']

/** Who sits where. BIF in Bispebjerg and SOF in Valby/Vigerslev are vacant; KAB administers and has no seat. */
export const FORUMS: readonly DemoForum[] = [
  {
    slug: 'noerrebro',
    convener: 'Mette Holm',
    deputy: 'Jonas Friis',
    rhythm: 'Mødes hver anden måned, torsdag kl. 14',
    meets: { weekday: 4, at: '14:00', minutes: 90, place: 'Kulturhuset, sal 2' },
    seats: [
      ['ØKF', 'Signe Ravn'],
      ['KFF', 'Sara Winther'],
      ['BUF', 'Line Krogh'],
      ['SUF', 'Nadia Rahimi'],
      ['SOF', 'Thomas Ellegaard'],
      ['TMF', 'Anders Vinding'],
      ['BIF', 'Søren Bak'],
      ['fsb', 'Pia Storm'],
      ['AAB', 'Åse Aagaard'],
      [LOCAL_COMMITTEE, 'Lars Nygaard'],
    ],
    deputies: [
      ['BUF', 'Mikkel Aaby'],
      ['BIF', 'Louise Damsbo'],
      ['fsb', 'Rikke Hedelund'],
    ],
  },
  {
    slug: 'amager-sundby',
    convener: 'Jonas Friis',
    deputy: 'Amina Yusuf',
    rhythm: 'Mødes hver anden måned, tirsdag kl. 13',
    meets: { weekday: 2, at: '13:00', minutes: 90, place: 'Medborgerhuset, lokale 4' },
    seats: [
      ['ØKF', 'Niels Brandstrup'],
      ['KFF', 'Hanne Skovgaard'],
      ['BUF', 'Mikkel Aaby'],
      ['SUF', 'Jørgen Kofoed'],
      ['SOF', 'Ida Marie Lauritzen'],
      ['TMF', 'Kirsten Møllebro'],
      ['BIF', 'Søren Bak'],
      ['3B', 'Mads Bjerregaard'],
      ['VIBO', 'Charlotte Ørum'],
      ['AAB', 'Åse Aagaard'],
      ['HAB', 'Torben Wiinstedt'],
      ['DFB', 'Maria Sandholt'],
      ['Lejerbo', 'Henrik Kjærsgaard'],
    ],
    deputies: [['SOF', 'Thomas Ellegaard']],
  },
  {
    slug: 'bispebjerg',
    convener: 'Mette Holm',
    deputy: 'Amina Yusuf',
    rhythm: 'Mødes hver anden måned, torsdag kl. 9.30',
    meets: { weekday: 4, at: '09:30', minutes: 120, place: 'Biblioteket, mødesal 1' },
    seats: [
      ['ØKF', 'Signe Ravn'],
      ['KFF', 'Peter Lindgren'],
      ['BUF', 'Line Krogh'],
      ['SUF', 'Nadia Rahimi'],
      ['SOF', 'Thomas Ellegaard'],
      ['TMF', 'Anders Vinding'],
      ['fsb', 'Pia Storm'],
      ['AAB', 'Ejvind Lassen'],
      ['AKB København', 'Erik Dam'],
      ['SAB', 'Bente Kruse'],
    ],
    deputies: [['AKB København', 'Camilla Toft']],
  },
  {
    slug: 'vesterbro-sydhavnen',
    convener: 'Jonas Friis',
    deputy: 'Mette Holm',
    rhythm: 'Mødes hver anden måned, onsdag kl. 10',
    meets: { weekday: 3, at: '10:00', minutes: 90, place: 'Beboerhuset ved havnen' },
    seats: [
      ['ØKF', 'Niels Brandstrup'],
      ['KFF', 'Sara Winther'],
      ['BUF', 'Bodil Thygesen'],
      ['SUF', 'Jørgen Kofoed'],
      ['SOF', 'Ida Marie Lauritzen'],
      ['TMF', 'Kirsten Møllebro'],
      ['BIF', 'Karen Lund'],
      ['AKB København', 'Erik Dam'],
      ['3B', 'Mads Bjerregaard'],
      ['HAB', 'Torben Wiinstedt'],
    ],
    deputies: [['BIF', 'Louise Damsbo']],
  },
  {
    slug: 'husum-tingbjerg',
    convener: 'Amina Yusuf',
    deputy: 'Jonas Friis',
    rhythm: 'Mødes hver anden måned, torsdag kl. 13',
    meets: { weekday: 4, at: '13:00', minutes: 90, place: 'Kulturstationen, store sal' },
    seats: [
      ['ØKF', 'Signe Ravn'],
      ['KFF', 'Peter Lindgren'],
      ['BUF', 'Mikkel Aaby'],
      ['SUF', 'Nadia Rahimi'],
      ['SOF', 'Thomas Ellegaard'],
      ['TMF', 'Anders Vinding'],
      ['BIF', 'Søren Bak'],
      ['fsb', 'Pia Storm'],
      ['SAB', 'Bente Kruse'],
      ['DFB', 'Maria Sandholt'],
    ],
    deputies: [['fsb', 'Rikke Hedelund']],
  },
  {
    slug: 'valby-vigerslev',
    convener: 'Amina Yusuf',
    deputy: 'Mette Holm',
    rhythm: 'Mødes hver anden måned, mandag kl. 14',
    meets: { weekday: 1, at: '14:00', minutes: 90, place: 'Medborgerhuset, lokale 12' },
    seats: [
      ['ØKF', 'Niels Brandstrup'],
      ['KFF', 'Hanne Skovgaard'],
      ['BUF', 'Bodil Thygesen'],
      ['SUF', 'Jørgen Kofoed'],
      ['TMF', 'Kirsten Møllebro'],
      ['BIF', 'Louise Damsbo'],
      ['3B', 'Mads Bjerregaard'],
      ['Lejerbo', 'Henrik Kjærsgaard'],
    ],
    deputies: [['BIF', 'Karen Lund']],
  },
]

/** A seat that changed hands in the middle of the year. */
export const SUCCESSION = { forum: 'noerrebro', before: 'Peter Lindgren', now: 'Sara Winther', monthsAgo: 5 }
