export { authorize } from './authorize'
export { can } from './can'
export { isOutsider, isTeam, type Viewer, type Window } from './viewer'
export { visible } from './visible'
