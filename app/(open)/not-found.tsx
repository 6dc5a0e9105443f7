export { default, generateMetadata } from '../(house)/not-found'
