export { authorize } from './authorize'
export { can } from './can'
export { isOutsider, isTeam, type Viewer } from './viewer'
export { visible } from './visible'
