/** In a file itself: only the words of forms are in the browser, and an error must not need more. */
export const ERROR_WORDS = {
  da: {
    title: 'Siden kunne ikke vises',
    text: 'Fejlen er hos os, og der er ikke ændret noget. Prøv igen om lidt. Bliver det ved, så skriv til det boligsociale team, hvad du ville, og hvornår.',
    again: 'Prøv igen',
    reference: 'Nævn gerne dette nummer:',
  },
  en: {
    title: 'The page could not be shown',
    text: 'The fault is ours, and nothing was changed. Try again in a moment. If it goes on, tell the housing-social team what you wanted to do, and when.',
    again: 'Try again',
    reference: 'Please mention this number:',
  },
}
